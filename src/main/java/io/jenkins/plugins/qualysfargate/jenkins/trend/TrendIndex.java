package io.jenkins.plugins.qualysfargate.jenkins.trend;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last scanned builds of a job, at most {@value #MOST} of them.
 *
 * @param builds oldest first, each number once
 */
record TrendIndex(List<ScannedBuild> builds) {
    static final int MOST = Trend.MOST;
    static final TrendIndex EMPTY = new TrendIndex(List.of());

    TrendIndex {
        Map<Integer, ScannedBuild> byNumber = new TreeMap<>();
        builds.forEach(build -> byNumber.put(build.number(), build));
        List<ScannedBuild> sorted = List.copyOf(byNumber.values());
        builds = sorted.subList(Math.max(0, sorted.size() - MOST), sorted.size());
    }

    /** With these, which take the place of builds of the same number. */
    TrendIndex with(Collection<ScannedBuild> more) {
        List<ScannedBuild> all = new ArrayList<>(builds);
        all.addAll(more);
        return new TrendIndex(all);
    }

    TrendIndex without(int number) {
        return new TrendIndex(
                builds.stream().filter(build -> build.number() != number).toList());
    }

    Optional<ScannedBuild> last() {
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds.get(builds.size() - 1));
    }
}
