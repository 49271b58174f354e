package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes SARIF 2.1.0, one run per image. An image without an answer is a run whose invocation did not succeed and that
 * holds one result saying so, because many readers take a run without results for a clean one.
 */
public final class FindingsSarif implements ReportWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final KnownFindings known;

    public FindingsSarif(KnownFindings known) {
        this.known = known;
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        try (JsonOut json = JsonOut.compact(out)) {
            json.startObject().text("$schema", SCHEMA).text("version", "2.1.0");
            json.startArray("runs");
            for (JudgedImage image : outcome.images()) {
                new SarifRun(image, new NewFindings(known, image), json).write();
            }
            json.endArray();
            json.startObject("properties");
            json.text("verdict", outcome.verdict()).text("reason", outcome.reason());
            json.endObject().endObject();
        }
    }
}
