package io.jenkins.plugins.qualysfargate.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What is compared: our reader, the least that any reader of the file must do, and a widely used reader. */
final class Contenders {
    private Contenders() {}

    /** Read, group, and judge all findings by the default policy. */
    static long ours(Path report) {
        return judge(SarifEvidence.read(report, Expectation.DEFAULT, ReadLimits.DEFAULT));
    }

    static long judge(Evidence evidence) {
        return evidence.<Long>fold(it -> judge(it.report()), it -> {
            throw new IllegalStateException(it.verdict().message());
        });
    }

    private static long judge(ScanReport report) {
        Judgement judgement = PolicyEvaluator.judge(Policy.defaults(), report, Context.at(Instant.EPOCH));
        return judgement.verdict().fold(pass -> 0L, fail -> fail.violations().size() + fail.omitted(), unknown -> -1L);
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
