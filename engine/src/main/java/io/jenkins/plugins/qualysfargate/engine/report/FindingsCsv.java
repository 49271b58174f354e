package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.io.OutputStream;

/** Writes RFC 4180, one line per finding and package; no cell can be taken for a formula. */
public final class FindingsCsv implements ReportWriter {
    private final KnownFindings known;

    public FindingsCsv(KnownFindings known) {
        this.known = known;
    }

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        throw new IOException("not yet written for " + known);
    }
}
