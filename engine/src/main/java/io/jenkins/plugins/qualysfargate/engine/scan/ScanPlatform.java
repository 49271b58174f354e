package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.CacheDecision;
import io.jenkins.plugins.qualysfargate.engine.history.CachePolicy;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PolicyDecision;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives one platform of one image its verdict, from the cache or by a scan, and records it. */
final class ScanPlatform {
    private final Scanner scanner;
    private final Judging judging;
    private final Archive archive;
    private final ScanOrder order;
    private @Nullable String scannerVersion;

    ScanPlatform(Scanner scanner, Judging judging, Archive archive, ScanOrder order) {
        this.scanner = scanner;
        this.judging = judging;
        this.archive = archive;
        this.order = order;
    }

    JudgedImage unresolved(ImageReference image, Verdict.Indeterminate verdict) {
        Subject subject = new Subject(image.toString(), image.digest(), null);
        return record(
                judging.indeterminate(subject, verdict, "registry"),
                null,
                judging.clock().instant(),
                List.of());
    }

    JudgedImage scan(ImageReference image, PlatformManifest manifest, ScanLog log, Cancellation cancellation) {
        Subject subject = new Subject(image.toString(), manifest.manifestDigest(), manifest.platform());
        CacheDecision cached = cached(manifest);
        return cached.fold(
                hit -> {
                    log.line(subject.name() + " " + manifest.platform() + ": judging the scan of "
                            + hit.scan().scannedAt() + " again");
                    return fromCache(subject, hit)
                            .orElseGet(() -> scanNow(subject, image, manifest, log, cancellation));
                },
                miss -> {
                    log.line("Scanning " + image.at(manifest.manifestDigest()) + " for " + manifest.platform() + ". "
                            + miss.reason());
                    return scanNow(subject, image, manifest, log, cancellation);
                });
    }

    private CacheDecision cached(PlatformManifest manifest) {
        if (!order.cache().enabled()) {
            return new CacheDecision.Miss("Earlier scans of it are not to be used.");
        }
        if (!order.cacheable()) {
            return new CacheDecision.Miss("No earlier scan stands in for one with these options.");
        }
        return archive.latestComplete(manifest.manifestDigest(), manifest.platform())
                .map(scan -> CachePolicy.usable(
                        scan,
                        order.request(manifest, scannerVersion()),
                        judging.clock().instant()))
                .orElseGet(() -> new CacheDecision.Miss("There is no earlier scan of it."));
    }

    /** Asked once for all images of an order, because the scanner verifies its whole file before it answers. */
    private String scannerVersion() {
        String known = scannerVersion;
        if (known == null) {
            known = scanner.version();
            // No answer may have a passing cause, so it is asked again for the next image.
            scannerVersion = known.isEmpty() ? null : known;
        }
        return known;
    }

    /** Empty if the stored findings turn out to be damaged while they are judged; then only a new scan tells. */
    private Optional<JudgedImage> fromCache(Subject subject, CacheDecision.Hit hit) {
        Evidence evidence = new Evidence.Complete(hit.report(), List.of());
        String source = "scan of " + hit.scan().scannedAt() + ", judged again";
        JudgedImage judged;
        try {
            judged = judging.judge(subject, evidence, archive::baseline, source);
        } catch (CorruptHistoryException | HistoryUnavailableException lost) {
            return Optional.empty();
        }
        return Optional.of(
                record(judged, hit.scan().scannerVersion(), hit.scan().scannedAt(), List.of()));
    }

    private JudgedImage scanNow(
            Subject subject, ImageReference image, PlatformManifest manifest, ScanLog log, Cancellation cancellation) {
        ScanRequest request = new ScanRequest(
                image.at(manifest.manifestDigest()),
                manifest.platform(),
                order.scanTypes(),
                order.timeout(),
                order.connection(),
                order.registryAccess(),
                order.options());
        // The run owns the output directory, and what is read from it is in memory or in our own file before it closes.
        try (ScannerRun run = scanner.run(request, log, cancellation)) {
            return run.fold(
                    finished -> judge(subject, manifest, finished),
                    failed -> record(
                            judging.indeterminate(subject, failed.verdict(), "scan"),
                            null,
                            judging.clock().instant(),
                            List.of()));
        }
    }

    private JudgedImage judge(Subject subject, PlatformManifest manifest, ScannerRun.Finished finished) {
        Expectation expected = new Expectation(
                manifest.manifestDigest(),
                manifest.configDigest(),
                manifest.platform(),
                order.scanTypes(),
                finished.startedAt());
        Evidence evidence = ScannerOutput.read(finished.outputDirectory(), expected);
        List<RawReport> files = RawFiles.of(finished.outputDirectory());
        JudgedImage judged = judging.judge(subject, evidence, archive::baseline, "scan");
        if (finished.policyDecision() == PolicyDecision.DENY) {
            // Without a version it never comes out of the cache, where nobody would ask the central policy again.
            return record(denied(judged), null, finished.endedAt(), files);
        }
        return record(judged, order.cacheable() ? finished.scannerVersion() : null, finished.endedAt(), files);
    }

    private static JudgedImage denied(JudgedImage image) {
        Violation violation = new Violation(
                "central-policy",
                image.displayName(),
                Severity.UNKNOWN,
                "The central Qualys policy denies this image (scanner exit code 42).",
                "Look the policy up in the Qualys platform, and fix what it names or ask its owner for an exception.");
        return image.judged(image.judgement().violated(violation));
    }

    /** The scanner asks its back end for what is known at that moment, so the vulnerability data are as old as the scan. */
    private JudgedImage record(
            JudgedImage image, @Nullable String scannerVersion, Instant scannedAt, List<RawReport> files) {
        return archive.record(
                image,
                kept -> new ScanRecord(
                        ScanId.random(),
                        kept,
                        judging.policy().name(),
                        judging.policy().fingerprint(),
                        scannerVersion == null || scannerVersion.isEmpty() ? null : scannerVersion,
                        order.scanTypes(),
                        kept.report() == null ? null : scannedAt,
                        scannedAt),
                files);
    }
}
