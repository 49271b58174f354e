package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on.
 *
 * @param source where the report came from, for people
 * @param scannedAt null where there is no report, or it does not say
 * @param scanner null where there is no report
 * @param scannerVersion null where there is no report, empty where it names none
 * @param baseline what the findings were compared with, for people; null if with nothing
 */
public record Provenance(
        String source,
        Instant judgedAt,
        @Nullable Instant scannedAt,
        @Nullable String scanner,
        @Nullable String scannerVersion,
        Set<ScanType> scanTypes,
        @Nullable String baseline) {
    public Provenance {
        scanTypes = Set.copyOf(scanTypes);
    }
}
