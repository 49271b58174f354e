package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long runs take. */
final class RunTimes {
    private static final double SHARE = 0.95;

    private RunTimes() {}

    /** 95 of 100 of the runs that ended by themselves took no longer; empty if none did. */
    static Optional<Duration> usual(List<Run> runs) {
        List<Duration> sorted = runs.stream()
                .filter(each -> each.state() == RunState.COMPLETED || each.state() == RunState.PARTIAL)
                .flatMap(each -> Stream.ofNullable(length(each)))
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(SHARE * sorted.size());
        return Optional.of(sorted.get(rank - 1));
    }

    private static @Nullable Duration length(Run run) {
        Instant begun = run.startedAt() == null ? run.createdAt() : run.startedAt();
        boolean known = run.finishedAt() != null && !run.finishedAt().isBefore(begun);
        return known ? Duration.between(begun, run.finishedAt()) : null;
    }
}
