package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.CacheRequest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Which images to scan, and how.
 *
 * @param platforms which platforms of each image; empty for all that it has
 * @param timeout the scanner's own, for one platform of one image
 * @param baseline what to compare with
 */
public record ScanOrder(
        List<ImageReference> images,
        List<Platform> platforms,
        Set<ScanType> scanTypes,
        Duration timeout,
        CacheUse cache,
        BaselineChoice baseline,
        QualysConnection connection,
        RegistryAccess registryAccess,
        ScanOptions options) {

    /** @throws IllegalArgumentException if there is no image or nothing to look for */
    public ScanOrder {
        images = List.copyOf(images);
        platforms = List.copyOf(platforms);
        scanTypes = Set.copyOf(scanTypes);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("no image is given; name at least one");
        }
        if (scanTypes.isEmpty()) {
            throw new IllegalArgumentException("no scan type is given; name at least one");
        }
    }

    /** The same for one image. */
    public ScanOrder of(ImageReference image) {
        return new ScanOrder(
                List.of(image), platforms, scanTypes, timeout, cache, baseline, connection, registryAccess, options);
    }

    /** The same with other uses of earlier scans. */
    public ScanOrder using(CacheUse other) {
        return new ScanOrder(
                images, platforms, scanTypes, timeout, other, baseline, connection, registryAccess, options);
    }

    /** What an earlier scan must be to stand in for one of this order. */
    CacheRequest request(PlatformManifest manifest, String scannerVersion) {
        return new CacheRequest(
                manifest.manifestDigest(),
                manifest.platform(),
                scanTypes,
                scannerVersion.isEmpty() ? null : scannerVersion,
                cache.maxAge(),
                cache.maxFeedAge());
    }

    /**
     * True if scans of this order and others like it stand in for each other. One that leaves directories out, looks
     * with other rules or asks a central policy gives an answer to another question.
     */
    boolean cacheable() {
        ScanOptions plain = ScanOptions.defaults();
        return options.excludeDirs().isEmpty()
                && options.secretConfig() == null
                && options.centralPolicy() == null
                && options.offline() == plain.offline()
                && options.skipJavaDbUpdate() == plain.skipJavaDbUpdate()
                && options.storageDriver() == plain.storageDriver();
    }
}
