package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers when the newest active run got on. */
final class ProgressOfRuns {
    private ProgressOfRuns() {}

    /** @param seenAt when the runs were seen so */
    static @Nullable Progress after(@Nullable Progress before, List<Run> runs, Instant seenAt) {
        Run active = null;
        for (Run run : runs) {
            if (run.state().active() && (active == null || run.createdAt().isAfter(active.createdAt()))) {
                active = run;
            }
        }
        if (active == null || (active.state() != RunState.RUNNING && before == null)) {
            return null;
        }
        Long value = active.reach().progress();
        if (before != null && before.runId().equals(active.id()) && (value == null || value == before.value())) {
            return before;
        }
        return active.state() == RunState.QUEUED ? null : new Progress(active.id(), value == null ? 0 : value, seenAt);
    }
}
