package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an outcome in one format; streams the findings, keeps none of them, and does not close the stream. */
public interface ReportWriter {

    /**
     * Writes the whole document.
     *
     * @throws IOException if the stream does not take it, or findings that stand outside the heap cannot be read
     */
    void write(GateOutcome outcome, OutputStream out) throws IOException;
}
