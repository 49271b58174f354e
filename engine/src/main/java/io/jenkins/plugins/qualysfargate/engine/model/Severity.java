package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, worst first; {@link #UNKNOWN} is its own value and the policy decides what it counts as. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFORMATIONAL,
    UNKNOWN;

    /** The Qualys scale: 5 is critical, 1 is informational, everything else is unknown. */
    public static Severity ofQualys(long value) {
        if (value < 1 || value > 5) {
            return UNKNOWN;
        }
        return values()[(int) (5 - value)];
    }

    /**
     * The rating bands of CVSS 3.1, section 5; a score of 0 is what scanners write when they do not know one, so it is
     * unknown and not "none".
     *
     * @param score 0 to 10; anything else is unknown
     */
    public static Severity ofCvss(double score) {
        if (!(score > 0 && score <= 10)) {
            return UNKNOWN;
        }
        if (score >= 9) {
            return CRITICAL;
        }
        if (score >= 7) {
            return HIGH;
        }
        return score >= 4 ? MEDIUM : LOW;
    }

    /** Reads a severity word in any case, {@code info} and {@code negligible} included; empty for a word that is none. */
    public static Optional<Severity> ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "critical" -> Optional.of(CRITICAL);
            case "high", "important" -> Optional.of(HIGH);
            case "medium", "moderate" -> Optional.of(MEDIUM);
            case "low" -> Optional.of(LOW);
            case "informational", "info", "negligible" -> Optional.of(INFORMATIONAL);
            case "unknown" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** True if this is as bad as {@code other} or worse; {@link #UNKNOWN} is never comparable, not even with itself. */
    public boolean isAtLeast(Severity other) {
        return this != UNKNOWN && other != UNKNOWN && ordinal() <= other.ordinal();
    }

    /** The lower-case word for files and options, for example {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
