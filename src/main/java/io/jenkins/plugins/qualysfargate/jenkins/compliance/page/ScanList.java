package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.check.report.ScanLine;
import java.time.Instant;
import java.util.List;

/**
 * Scans for programs, one page of them.
 *
 * @param checkedAt when they were looked at
 */
record ScanList(Instant checkedAt, int total, int page, int pages, List<ScanLine> scans) {
    ScanList {
        scans = List.copyOf(scans);
    }
}
