package io.jenkins.plugins.qualysfargate.engine.qscanner;

/** Scans images; whatever goes wrong is told as a {@link ScannerRun.Failed}, never as a run without findings. */
public interface Scanner {

    /**
     * Scans one image and waits for it. An interrupt ends the scan like a cancellation and stays set.
     *
     * @return to be closed by the caller after the output is read
     */
    ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation);

    /** The scanner's version by its own account, for example {@code 4.8.0-2}; empty if it does not say. */
    String version();
}
