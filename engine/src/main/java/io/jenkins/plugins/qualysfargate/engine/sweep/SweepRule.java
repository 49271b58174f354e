package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the history has of an image.
 *
 * @param maxAge of a complete scan
 * @param grace after a push, in which its scan may still be on its way
 */
public record SweepRule(Duration maxAge, Duration grace) {
    /** As long as an earlier scan stands in for a new one, and as long as CloudTrail's events and a scan may take. */
    public static final SweepRule DEFAULT = new SweepRule(Duration.ofDays(30), Duration.ofMinutes(20));

    /** @throws IllegalArgumentException if one of them is negative */
    public SweepRule {
        if (maxAge.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("neither age nor grace is negative: " + maxAge + ", " + grace);
        }
    }

    /**
     * The worst of all platforms decides.
     *
     * @param latest the scans that answer for the digests of the image; what is missing was never scanned
     * @param suspect whether a complete scan without a finding still wants confirmation
     */
    ImageStanding judge(
            ExpectedImage image, Map<Digest, ScanSummary> latest, Predicate<ScanSummary> suspect, Instant now) {
        List<ScanSummary> scans = new ArrayList<>();
        Part worst = null;
        for (Digest digest : image.scanned()) {
            ScanSummary scan = latest.get(digest);
            if (scan != null) {
                scans.add(scan);
            }
            Part part = judge(image, digest, scan, suspect, now);
            if (worst == null || part.state().compareTo(worst.state()) > 0) {
                worst = part;
            }
        }
        if (worst == null) {
            throw new IllegalStateException("an image has at least one digest that is scanned: " + image);
        }
        return new ImageStanding(image, worst.state(), worst.reason(), scans);
    }

    private record Part(SweepState state, String reason) {}

    private Part judge(
            ExpectedImage image,
            Digest digest,
            @Nullable ScanSummary scan,
            Predicate<ScanSummary> suspect,
            Instant now) {
        String which = digest.equals(image.digest()) ? "It" : "Its platform " + digest;
        if (scan == null || !scan.complete()) {
            if (scan == null && now.isBefore(image.since().plus(grace))) {
                return new Part(SweepState.RECENT, which + " was pushed at " + image.since() + ".");
            }
            return scan == null
                    ? new Part(SweepState.NEVER_SCANNED, which + " was never scanned.")
                    : new Part(
                            SweepState.INDETERMINATE, which + " was never scanned completely; last: " + scan.reason());
        }
        if (scan.scannedAt().isAfter(now)
                || Duration.between(scan.scannedAt(), now).compareTo(maxAge) > 0) {
            return new Part(SweepState.STALE, which + " was last scanned completely at " + scan.scannedAt() + ".");
        }
        return suspect.test(scan)
                ? new Part(
                        SweepState.SUSPECT,
                        which + " was scanned once, without a finding, and earlier images of this repository had some.")
                : new Part(SweepState.CURRENT, which + " was scanned at " + scan.scannedAt() + ".");
    }
}
