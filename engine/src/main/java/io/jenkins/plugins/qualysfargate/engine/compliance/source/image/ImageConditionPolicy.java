package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.sweep.ExpectedImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how an expected image is, by what the history has of it. */
final class ImageConditionPolicy {
    private final ImageRule rule;
    private final Instant now;

    ImageConditionPolicy(ImageRule rule, Instant now) {
        this.rule = rule;
        this.now = now;
    }

    /** @param standing null if nobody can say which image it is */
    Condition judge(ImageUse use, @Nullable ImageStanding standing) {
        Optional<Glob> exempt = rule.exempt().stream()
                .filter(glob -> glob.matches(use.repository()))
                .findFirst();
        if (exempt.isPresent()) {
            return new Condition(
                    use.id(), Level.NOT_APPLICABLE, null, null, "Left out by the pattern " + exempt.get() + ".", "");
        }
        if (standing == null) {
            return new Condition(
                    use.id(),
                    Level.UNCLEAR,
                    null,
                    null,
                    where(use, "Nobody can say which image it is: the container has no digest."),
                    "Start the task again; if it stays so, name the image by its digest in the task definition.");
        }
        return switch (standing.state()) {
            case NEVER_SCANNED, RECENT, INDETERMINATE ->
                bad(use, standing, standing.image().since(), null, scan(standing.image()));
            case STALE -> stale(use, standing);
            case SUSPECT ->
                bad(
                        use,
                        standing,
                        newest(standing),
                        null,
                        "Scan it once more without the cache: a second scan of the same image confirms or refutes it.");
            case CURRENT -> scanned(use, standing);
        };
    }

    private Condition stale(ImageUse use, ImageStanding standing) {
        Instant oldest = oldest(standing);
        // A scan of the future proves that a clock was wrong, and nothing else.
        if (oldest == null || oldest.isAfter(now)) {
            return bad(use, standing, null, null, scan(standing.image()));
        }
        return bad(use, standing, oldest.plus(rule.maxAge()), oldest, scan(standing.image()));
    }

    private Condition scanned(ImageUse use, ImageStanding standing) {
        // Of several platforms the worst verdict counts.
        Optional<ScanSummary> worst = standing.scans().stream()
                .filter(scan -> scan.verdict() != VerdictKind.PASS)
                .max(Comparator.comparing(ScanSummary::verdict));
        if (worst.isEmpty() || (!rule.verdicts() && worst.get().verdict() == VerdictKind.FAIL)) {
            return new Condition(use.id(), Level.HEALTHY, null, oldest(standing), "", "");
        }
        ScanSummary scan = worst.get();
        boolean failed = scan.verdict() == VerdictKind.FAIL;
        return new Condition(
                use.id(),
                Level.UNHEALTHY,
                // Not since its verdict: an image that is scanned again and again would begin anew each time.
                given(standing.image().since()),
                null,
                where(
                        use,
                        (failed ? "It does not pass the policy " : "It cannot be told whether it passes the policy ")
                                + ForeignLine.of(scan.policyName(), 100) + ": " + ForeignLine.of(scan.reason())),
                failed
                        ? "Look at the findings of its last scan, then fix and deploy it anew."
                        : "Look at its last scan, remove the cause, then scan it again.");
    }

    private static Condition bad(
            ImageUse use,
            ImageStanding standing,
            @Nullable Instant since,
            @Nullable Instant lastGood,
            String howToFix) {
        return new Condition(
                use.id(),
                Level.UNHEALTHY,
                since == null ? null : given(since),
                lastGood,
                where(use, ForeignLine.of(standing.reason())),
                howToFix);
    }

    /** No date is known of an image that ECR gives none for. */
    private static @Nullable Instant given(Instant since) {
        return since.equals(Instant.EPOCH) ? null : since;
    }

    private static String where(ImageUse use, String reason) {
        return use.clusters().isEmpty()
                ? reason
                : reason + " It runs in " + ForeignLine.of(String.join(", ", use.clusters()), 200) + ".";
    }

    private static String scan(ExpectedImage image) {
        return "Scan " + image.name() + "@" + image.digest() + ", or let a sweep find it.";
    }

    private static @Nullable Instant oldest(ImageStanding standing) {
        return standing.scans().stream()
                .map(ScanSummary::scannedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant newest(ImageStanding standing) {
        return standing.scans().stream()
                .map(ScanSummary::scannedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
