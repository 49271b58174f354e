package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.Coverage;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageSource;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageState;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Says how much of the application is seen, whenever that changes, and only then. */
final class Coverages {
    private final EventStream events;
    private final Clock clock;
    private @Nullable String said;

    Coverages(EventStream events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void available(String reason) {
        say(CoverageState.AVAILABLE, reason);
    }

    void limited(String reason) {
        say(CoverageState.LIMITED, reason);
    }

    void unavailable(String reason) {
        say(CoverageState.UNAVAILABLE, reason);
    }

    /** @param executions that were seen and could not be kept */
    void lost(long executions) {
        events.give(new Coverage(
                clock.instant(),
                CoverageSource.PTRACE,
                CoverageState.LIMITED,
                "more programs were started than could be kept until they were written",
                executions));
    }

    private void say(CoverageState state, String reason) {
        String now = state + " " + reason;
        if (!now.equals(said)) {
            said = now;
            events.give(new Coverage(clock.instant(), CoverageSource.PTRACE, state, reason, 0));
        }
    }
}
