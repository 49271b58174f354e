package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** Takes what the scanner prints while it prints it: one line per call, secrets masked, control characters gone. */
@FunctionalInterface
public interface ScanLog {

    /**
     * Called from a thread of the scan, one call at a time.
     *
     * @param text at most 16 KiB, without its line break
     */
    void line(String text);
}
