package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the outcome as the one JSON object that {@code contracts/verdict.schema.json} describes. */
public final class VerdictJson implements ReportWriter {
    /** Raised when a key changes its meaning or goes; new keys do not raise it. */
    static final long SCHEMA_VERSION = 1;

    private final boolean withFindings;

    /** Verdicts, numbers and violations, without the findings themselves. */
    public VerdictJson() {
        this(false);
    }

    private VerdictJson(boolean withFindings) {
        this.withFindings = withFindings;
    }

    /** The same object with every finding, secret and malware of each image in it. */
    public static VerdictJson withFindings() {
        return new VerdictJson(true);
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        try (JsonOut json = JsonOut.indented(out)) {
            json.startObject();
            json.text("verdict", outcome.verdict());
            json.text("reason", outcome.reason());
            json.startArray("images");
            for (JudgedImage image : outcome.images()) {
                json.startObject();
                new ImageJson(image, json).write();
                if (withFindings) {
                    new FindingsJson(json).write(image.report());
                }
                json.endObject();
            }
            json.endArray();
            json.number("schemaVersion", SCHEMA_VERSION);
            json.endObject();
        }
    }
}
