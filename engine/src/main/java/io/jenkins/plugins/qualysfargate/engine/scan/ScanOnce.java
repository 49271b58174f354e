package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.CacheDecision;
import io.jenkins.plugins.qualysfargate.engine.history.CachePolicy;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Scans an image unless the history has it already, platform by platform, so that doing it again after a crash records
 * nothing twice. Unlike {@link ScanImages} it needs the history: what is not recorded counts as not done.
 */
public final class ScanOnce {
    private static final String UNKNOWN = "unknown";

    private final Resolver resolver;
    private final Scanner scanner;
    private final Judging judging;
    private final History history;

    public ScanOnce(Resolver resolver, Scanner scanner, Judging judging, History history) {
        this.resolver = resolver;
        this.scanner = scanner;
        this.judging = judging;
        this.history = history;
    }

    /**
     * Does it for the one image of the order. Its cache says how old an earlier scan may be that was asked in the same way.
     *
     * @param since a scan that looked at the image since then will do, however it was asked
     * @throws HistoryUnavailableException if the history cannot be read, or a verdict could not be recorded
     */
    public OnceOutcome scan(ScanOrder order, Instant since, ScanLog log, Cancellation cancellation) {
        ImageReference image = order.images().get(0);
        log.line("Resolving " + image);
        Resolution resolution = resolver.resolve(image, order.platforms());
        return resolution.<OnceOutcome>fold(
                resolved -> resolved(order, since, resolved, log, cancellation),
                unresolved -> unresolved.reason() == Resolution.Reason.NO_IMAGE
                        ? new OnceOutcome.NoImage(unresolved.verdict().message())
                        : scanned(order, unresolved, log, cancellation));
    }

    private OnceOutcome resolved(
            ScanOrder order, Instant since, Resolution.Resolved resolved, ScanLog log, Cancellation cancellation) {
        if (resolved.requested().tag() == null && resolved.platforms().stream().allMatch(ScanOnce::isStatement)) {
            return new OnceOutcome.NoImage(
                    "It is for no platform, as statements about images are that build tools push.");
        }
        List<PlatformManifest> open = resolved.platforms().stream()
                .filter(platform -> !known(order, since, platform))
                .toList();
        if (open.isEmpty()) {
            return new OnceOutcome.Known();
        }
        Resolution.Resolved rest =
                new Resolution.Resolved(resolved.requested(), resolved.topDigest(), open, resolved.remarks());
        return scanned(order, rest, log, cancellation);
    }

    // Whoever tags one wants it scanned, and hears that it cannot be.
    private static boolean isStatement(PlatformManifest manifest) {
        return manifest.platform().os().equals(UNKNOWN)
                && manifest.platform().architecture().equals(UNKNOWN);
    }

    private boolean known(ScanOrder order, Instant since, PlatformManifest manifest) {
        Optional<ScanRecord> last;
        try {
            last = history.latestComplete(manifest.manifestDigest(), manifest.platform());
        } catch (CorruptHistoryException damaged) {
            // What cannot be read back is no answer; only a new scan is one.
            return false;
        }
        Instant now = judging.clock().instant();
        return last.isPresent() && (isSince(last.get(), since, now) || isCached(last.get(), order, manifest, now));
    }

    private static boolean isSince(ScanRecord scan, Instant since, Instant now) {
        return !scan.scannedAt().isBefore(since) && !scan.scannedAt().isAfter(now);
    }

    private boolean isCached(ScanRecord scan, ScanOrder order, PlatformManifest manifest, Instant now) {
        return order.cache().enabled()
                && order.cacheable()
                && CachePolicy.usable(scan, order.request(manifest, scanner.version()), now)
                        instanceof CacheDecision.Hit;
    }

    private OnceOutcome scanned(ScanOrder order, Resolution resolution, ScanLog log, Cancellation cancellation) {
        Resolver known = (image, wanted) -> resolution;
        GateRun run =
                new ScanImages(known, scanner, judging, history).scan(order.using(CacheUse.NONE), log, cancellation);
        for (JudgedImage image : run.outcome().images()) {
            if (run.scanIdOf(image) == null) {
                throw new HistoryUnavailableException(
                        image.displayName() + " was scanned, and that is not recorded: "
                                + String.join(" ", image.judgement().warnings()),
                        null);
            }
        }
        return new OnceOutcome.Scanned(run);
    }
}
