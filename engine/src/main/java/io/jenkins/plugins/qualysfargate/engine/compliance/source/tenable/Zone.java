package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scanners that share targets: Tenable.sc API, /zone.
 *
 * @param scanners null if the user may not see them
 */
record Zone(String id, String name, @Nullable List<Scanner> scanners) {
    Zone {
        scanners = scanners == null ? null : List.copyOf(scanners);
    }

    /** @param status null if the user may not see it */
    record Scanner(String id, String name, @Nullable ScannerStatus status) {}
}
