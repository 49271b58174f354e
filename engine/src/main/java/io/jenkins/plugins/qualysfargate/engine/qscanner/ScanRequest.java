package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.time.Duration;
import java.util.Set;

/**
 * One image to scan, on one platform.
 *
 * @param image with its digest, unless it lies in a local store
 * @param platform always handed over, because QScanner would otherwise take that of the machine it runs on
 * @param timeout the scanner's own, 1 second to 24 hours; the wait for the report comes on top of it
 */
public record ScanRequest(
        ImageReference image,
        Platform platform,
        Set<ScanType> scanTypes,
        Duration timeout,
        QualysConnection connection,
        RegistryAccess registryAccess,
        ScanOptions options) {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** @throws IllegalArgumentException if a registry image has no digest, no scan type is asked for, or the timeout is off */
    public ScanRequest {
        scanTypes = Set.copyOf(scanTypes);
        if (image.digest() == null && options.storageDriver() == StorageDriver.NONE) {
            throw new IllegalArgumentException("cannot scan " + image
                    + " by its tag, because a tag can move while it is " + "scanned; resolve it to its digest first");
        }
        if (scanTypes.isEmpty()) {
            throw new IllegalArgumentException("cannot scan " + image + " for nothing; name at least one scan type");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the timeout of a scan must be between 1 second and 24 hours, but is " + timeout);
        }
    }
}
