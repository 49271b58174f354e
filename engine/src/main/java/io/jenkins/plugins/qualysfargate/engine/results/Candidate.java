package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A matching row: where it stands, and what it is sorted by.
 *
 * @param text null if it has none, or is sorted by a number
 * @param number not a number if it has none, or is sorted by a text
 * @param start of the row among the bytes of the file, uncompressed; it also is the order of the file
 * @param length in bytes
 */
record Candidate(@Nullable String text, double number, long start, int length) {

    /** The order that a query asks for; of two rows never equal. */
    static Comparator<Candidate> order(boolean descending) {
        Comparator<Candidate> byKey = Candidate::compareKeys;
        return Comparator.comparing(Candidate::isWithoutKey)
                .thenComparing(descending ? byKey.reversed() : byKey)
                .thenComparingLong(Candidate::start);
    }

    private boolean isWithoutKey() {
        return text == null && Double.isNaN(number);
    }

    private static int compareKeys(Candidate one, Candidate other) {
        return one.text != null && other.text != null
                ? one.text.compareTo(other.text)
                : Double.compare(one.number, other.number);
    }
}
