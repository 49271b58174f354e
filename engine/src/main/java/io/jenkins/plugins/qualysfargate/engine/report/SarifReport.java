package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.io.OutputStream;

/** Writes SARIF 2.1.0, one run per image; an image without an answer is a run that did not succeed. */
public final class SarifReport implements ReportWriter {
    private final KnownFindings known;

    public SarifReport(KnownFindings known) {
        this.known = known;
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        throw new IOException("not yet written for " + known);
    }
}
