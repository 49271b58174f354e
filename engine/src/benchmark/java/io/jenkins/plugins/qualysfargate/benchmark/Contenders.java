package io.jenkins.plugins.qualysfargate.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is compared: our reader, the least that any reader of the file must do, and a widely used reader. */
final class Contenders {
    private Contenders() {}

    /** Read, group, and go through all findings once. */
    static long ours(Path report) {
        Evidence evidence = SarifEvidence.read(report, Expectation.DEFAULT, ReadLimits.DEFAULT);
        return evidence.<Long>fold(it -> SeverityCounts.of(it.report().findings()).total(), it -> {
            throw new IllegalStateException(it.verdict().message());
        });
    }

    /** Every token of the document and nothing else. */
    static long bareTokens(Path report) throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(report);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** analysis-model's parser of the same format. */
    static long analysisModel(Path report) {
        return new SarifAdapter().parse(new FileReaderFactory(report)).size();
    }
}
