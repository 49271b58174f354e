package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** A bounded, growing row of times in seconds since 1970; one too many is not kept, but remembered. */
final class Seconds {
    private final int limit;
    private long[] values = new long[16];
    private int size;
    private long shift;
    private boolean overflowed;

    Seconds(int limit) {
        this.limit = limit;
    }

    /** What is added to every value from now on. */
    void shiftBy(long seconds) {
        shift = seconds;
    }

    /** False if it was one too many, and there is no use in adding more. */
    boolean add(long value) {
        if (size == limit) {
            overflowed = true;
            return false;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.min(limit, size * 2));
        }
        values[size++] = value + shift;
        return true;
    }

    boolean overflowed() {
        return overflowed;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long earliest() {
        return LongStream.of(values).limit(size).min().orElseThrow();
    }

    long latest() {
        return LongStream.of(values).limit(size).max().orElseThrow();
    }

    /** Ascending, each once. */
    List<Instant> instants() {
        sort();
        Instant[] instants = new Instant[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                instants[kept++] = Instant.ofEpochSecond(values[i]);
            }
        }
        return List.of(kept == size ? instants : Arrays.copyOf(instants, kept));
    }

    /** Nearly always they are in order already: only gaps, overlaps and several lines mix them. */
    private void sort() {
        for (int i = 1; i < size; i++) {
            if (values[i] < values[i - 1]) {
                Arrays.sort(values, 0, size);
                return;
            }
        }
    }
}
