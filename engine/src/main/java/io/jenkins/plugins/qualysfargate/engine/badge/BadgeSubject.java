package io.jenkins.plugins.qualysfargate.engine.badge;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is about, all images of an outcome taken together.
 *
 * @param counts null if a single image has no numbers
 * @param oldest when the oldest scan or judgement was made; the epoch if there is none at all
 */
record BadgeSubject(VerdictKind verdict, @Nullable SeverityCounts counts, Instant oldest) {
    private static final int NAMED_SEVERITIES = 2;

    static BadgeSubject of(GateOutcome outcome) {
        Instant oldest = outcome.images().stream()
                .map(BadgeSubject::evidence)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new BadgeSubject(outcome.verdict(), sum(outcome), oldest);
    }

    /** A scan out of a cache is judged anew each day and yet says nothing about what was found since. */
    private static Instant evidence(JudgedImage image) {
        ScanReport report = image.report();
        Instant scanned = report == null ? null : report.scannedAt();
        return scanned != null && scanned.isBefore(image.judgedAt()) ? scanned : image.judgedAt();
    }

    private static @Nullable SeverityCounts sum(GateOutcome outcome) {
        Map<Severity, Long> sum = new EnumMap<>(Severity.class);
        for (JudgedImage image : outcome.images()) {
            SeverityCounts counts = image.judgement().counts();
            if (counts == null || image.verdict().kind() == VerdictKind.INDETERMINATE) {
                return null;
            }
            counts.bySeverity().forEach((severity, count) -> sum.merge(severity, count, Long::sum));
        }
        return outcome.images().isEmpty() ? null : new SeverityCounts(sum);
    }

    Badge vulnerabilities(String label) {
        return counts == null ? Badge.unknown(label) : new Badge(label, worst(counts), colour(counts));
    }

    /** The two worst severities that there are; those that are not known are always named as well. */
    private static String worst(SeverityCounts counts) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            boolean named = parts.size() < NAMED_SEVERITIES || severity == Severity.UNKNOWN;
            if (counts.of(severity) > 0 && named) {
                parts.add(String.format(Locale.ROOT, "%,d %s", counts.of(severity), word(severity)));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static String word(Severity severity) {
        return severity == Severity.UNKNOWN ? "of unknown severity" : severity.word();
    }

    private BadgeColour colour(SeverityCounts known) {
        if (verdict != VerdictKind.PASS || known.of(Severity.CRITICAL) > 0) {
            return BadgeColour.RED;
        }
        if (known.of(Severity.HIGH) > 0) {
            return BadgeColour.ORANGE;
        }
        boolean middling = known.of(Severity.MEDIUM) > 0 || known.of(Severity.UNKNOWN) > 0;
        return middling ? BadgeColour.YELLOW : BadgeColour.GREEN;
    }
}
