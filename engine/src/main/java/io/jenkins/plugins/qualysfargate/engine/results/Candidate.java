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
        return (one, other) -> {
            if (one.isWithoutKey() != other.isWithoutKey()) {
                return one.isWithoutKey() ? 1 : -1;
            }
            int byKey = descending ? other.compareKey(one) : one.compareKey(other);
            return byKey != 0 ? byKey : Long.compare(one.start, other.start);
        };
    }

    private boolean isWithoutKey() {
        return text == null && Double.isNaN(number);
    }

    private int compareKey(Candidate other) {
        return text != null && other.text != null ? text.compareTo(other.text) : Double.compare(number, other.number);
    }
}
