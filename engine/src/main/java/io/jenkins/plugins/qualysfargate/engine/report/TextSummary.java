package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the verdicts. */
public final class TextSummary implements ReportWriter {

    @Override
    public void write(GateOutcome outcome, OutputStream out) throws IOException {
        throw new IOException("not yet written");
    }
}
