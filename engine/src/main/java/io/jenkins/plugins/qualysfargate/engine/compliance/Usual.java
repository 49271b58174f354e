package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** How many targets good runs scan: the median of the last ones. */
final class Usual {
    private final int runs;
    private final List<Long> counts;

    /** @param counts of good runs, the newest last */
    Usual(int runs, List<Long> counts) {
        this.runs = runs;
        this.counts = new ArrayList<>(counts);
    }

    void add(long scanned) {
        counts.add(scanned);
        if (counts.size() > runs) {
            counts.remove(0);
        }
    }

    /** Empty until as many good runs were seen as make the usual number, but no more than three are waited for. */
    OptionalLong median() {
        if (counts.isEmpty() || counts.size() < Math.min(3, runs)) {
            return OptionalLong.empty();
        }
        long[] sorted = counts.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[sorted.length / 2]);
    }

    List<Long> counts() {
        return counts;
    }
}
