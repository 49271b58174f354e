package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.util.List;
import java.util.stream.IntStream;

/** Small sets of numbers from 0 to 63, one bit each. */
final class Bits {
    private Bits() {}

    static boolean has(long bits, int value) {
        return ((bits >>> value) & 1) != 0;
    }

    /** Every number from one to the other, both included. */
    static long range(int from, int to) {
        return (-1L >>> (Long.SIZE - 1 - (to - from))) << from;
    }

    /** Ascending. */
    static List<Integer> values(long bits) {
        return IntStream.range(0, Long.SIZE)
                .filter(value -> has(bits, value))
                .boxed()
                .toList();
    }
}
