package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;

/** Stands where no scanner could be had: it scans nothing and says why for every image. */
record UnavailableScanner(ScannerRun.Failed reason) implements Scanner {
    @Override
    public ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation) {
        return reason;
    }

    /** Unknown, so that no cached scan of another scanner stands in for it. */
    @Override
    public String version() {
        return "";
    }
}
