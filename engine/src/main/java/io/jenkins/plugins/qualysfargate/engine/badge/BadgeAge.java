package io.jenkins.plugins.qualysfargate.engine.badge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How old a badge's evidence is, and how that is said. */
final class BadgeAge {
    /** Clocks of a scanner and of a server may differ by so much without anything being wrong. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private BadgeAge() {}

    static boolean isFresh(Instant evidence, Instant now, Duration staleAfter) {
        return !isAhead(evidence, now) && Duration.between(evidence, now).compareTo(staleAfter) <= 0;
    }

    static String stale(Instant evidence, Instant now) {
        if (isAhead(evidence, now)) {
            return "unknown, dated " + day(evidence);
        }
        Duration age = Duration.between(evidence, now);
        long days = age.toDays();
        return "stale, " + (days > 0 ? count(days, "day") : count(age.toHours(), "hour")) + " old";
    }

    /** The day in UTC, for example {@code 2026-01-22}. */
    static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static boolean isAhead(Instant evidence, Instant now) {
        return evidence.isAfter(now.plus(CLOCK_SKEW));
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
