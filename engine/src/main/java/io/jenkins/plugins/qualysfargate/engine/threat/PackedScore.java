package io.jenkins.plugins.qualysfargate.engine.threat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CVE id and its score in one long: 12 bits year, 30 bits number, 20 bits score in millionths. */
final class PackedScore {
    private static final Pattern CVE = Pattern.compile("CVE-([0-9]{4})-([0-9]{4,9})");
    private static final int SCORE_BITS = 20;
    private static final int NUMBER_BITS = 30;
    private static final int MILLIONTHS = 1_000_000;
    private static final int LONGEST_SCORE = 32;
    private static final int LAST_YEAR = 4095;

    private PackedScore() {}

    /**
     * @param score a decimal number from 0 to 1; rounded up, so that packing never makes a score pass a limit
     * @throws IllegalArgumentException if either text is not what it should be
     */
    static long of(String cve, String score) {
        long key = keyOrNegative(cve);
        if (key < 0) {
            throw new IllegalArgumentException("'" + cve + "' is not a CVE id");
        }
        if (score.length() > LONGEST_SCORE) {
            throw new IllegalArgumentException("a score has at most " + LONGEST_SCORE + " characters");
        }
        BigDecimal value = number(score);
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("'" + score + "' is not within 0 to 1");
        }
        // A tiny exponent would make the exact conversion needlessly long; anything so small is a millionth here.
        int millionths = value.signum() == 0
                ? 0
                : value.precision() - value.scale() < -6
                        ? 1
                        : value.movePointRight(6)
                                .setScale(0, RoundingMode.CEILING)
                                .intValueExact();
        return key << SCORE_BITS | millionths;
    }

    private static BigDecimal number(String score) {
        try {
            return new BigDecimal(score);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + score + "' is not a number", e);
        }
    }

    /** The CVE as a number; negative if the text is no CVE id that fits. */
    static long keyOrNegative(String cve) {
        Matcher matcher = CVE.matcher(cve);
        if (!matcher.matches()) {
            return -1;
        }
        int year = Integer.parseInt(matcher.group(1));
        return year > LAST_YEAR ? -1 : (long) year << NUMBER_BITS | Integer.parseInt(matcher.group(2));
    }

    static long highest(long key) {
        return key << SCORE_BITS | (1L << SCORE_BITS) - 1;
    }

    static boolean isOf(long packed, long key) {
        return packed >>> SCORE_BITS == key;
    }

    static double score(long packed) {
        return (double) (packed & (1L << SCORE_BITS) - 1) / MILLIONTHS;
    }
}
