package io.jenkins.plugins.qualysfargate.engine.badge;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a badge says, in two words and a colour. Never green unless everything it speaks of is known, passed and fresh.
 *
 * @param label the left half, for example {@code vulnerabilities}
 * @param message the right half, for example {@code 2 critical, 5 high}
 */
public record Badge(String label, String message, BadgeColour colour) {
    private static final String VULNERABILITIES = "vulnerabilities";
    private static final String COMPLIANCE = "compliance";
    private static final String UNKNOWN = "unknown";

    /** The findings of all images of an outcome; unknown if a single one of them has no complete report. */
    public static Badge vulnerabilities(GateOutcome outcome) {
        Map<Severity, Long> sum = new EnumMap<>(Severity.class);
        for (JudgedImage image : outcome.images()) {
            SeverityCounts counts = image.judgement().counts();
            if (counts == null || image.verdict().kind() == VerdictKind.INDETERMINATE) {
                return unknown(VULNERABILITIES);
            }
            counts.bySeverity().forEach((severity, count) -> sum.merge(severity, count, Long::sum));
        }
        if (outcome.images().isEmpty()) {
            return unknown(VULNERABILITIES);
        }
        return vulnerabilities(new SeverityCounts(sum), outcome.verdict());
    }

    /**
     * The findings of one image.
     *
     * @param counts null if there is no complete report
     * @param verdict an indeterminate one makes the badge unknown whatever the counts
     */
    public static Badge vulnerabilities(@Nullable SeverityCounts counts, VerdictKind verdict) {
        if (counts == null || verdict == VerdictKind.INDETERMINATE) {
            return unknown(VULNERABILITIES);
        }
        return new Badge(VULNERABILITIES, worst(counts), colour(counts, verdict));
    }

    /**
     * Whether an image keeps to the policy, for a badge that is drawn each time it is asked for.
     *
     * @param staleAfter how old a verdict may be and still be believed; an older one is unknown, whatever it was
     */
    public static Badge compliance(VerdictKind verdict, Instant judgedAt, Instant now, Duration staleAfter) {
        if (verdict == VerdictKind.INDETERMINATE) {
            return unknown(COMPLIANCE);
        }
        Duration age = Duration.between(judgedAt, now);
        if (age.isNegative()) {
            return new Badge(COMPLIANCE, "unknown, dated " + day(judgedAt), BadgeColour.GREY);
        }
        if (age.compareTo(staleAfter) > 0) {
            return new Badge(
                    COMPLIANCE,
                    "stale, " + age.toDays() + (age.toDays() == 1 ? " day" : " days") + " old",
                    BadgeColour.GREY);
        }
        return verdict == VerdictKind.PASS
                ? new Badge(COMPLIANCE, "passed", BadgeColour.GREEN)
                : new Badge(COMPLIANCE, "failed", BadgeColour.RED);
    }

    private static String worst(SeverityCounts counts) {
        return counts.total() == 0 ? "none" : "";
    }

    private static BadgeColour colour(SeverityCounts counts, VerdictKind verdict) {
        return verdict == VerdictKind.PASS && counts.total() == 0 ? BadgeColour.GREEN : BadgeColour.RED;
    }

    private static Badge unknown(String label) {
        return new Badge(label, UNKNOWN, BadgeColour.GREY);
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
