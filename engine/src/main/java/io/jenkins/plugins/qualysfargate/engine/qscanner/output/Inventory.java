package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * QScanner's inventory of an image ({@code ScanResult}): what was looked for and at, and the secrets. It holds no
 * vulnerabilities.
 *
 * @param names repository tags; may be empty for an image that was scanned by digest
 */
record Inventory(
        String scannerVersion,
        List<PerformedScan> performed,
        @Nullable Instant endedAt,
        Set<String> names,
        Set<Digest> imageIds,
        Set<Digest> repoDigests,
        @Nullable Platform platform,
        List<InstalledPackage> packages,
        List<Secret> secrets,
        List<Malware> malware) {}
