package io.jenkins.plugins.qualysfargate.sidecar.event;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** One thing that was observed. */
public sealed interface RuntimeEvent {

    Instant at();

    /** A program was started; arguments are masked when it is written. */
    record ProcessExecution(Instant at, ProcessFacts process) implements RuntimeEvent {}

    /**
     * What can be seen has changed, or something was lost.
     *
     * @param reason for people: why
     * @param lostEvents known to be lost since the last event of this kind
     */
    record Coverage(Instant at, CoverageSource source, CoverageState state, String reason, long lostEvents)
            implements RuntimeEvent {}

    /** Where events come from, or go to; the words of the contract. */
    enum CoverageSource {
        PTRACE,
        DELIVERY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much of a source can be used. */
    enum CoverageState {
        AVAILABLE(Severity.LOW, Action.LOG),
        LIMITED(Severity.MEDIUM, Action.ALERT),
        UNAVAILABLE(Severity.HIGH, Action.ALERT);

        private final Severity severity;
        private final Action action;

        CoverageState(Severity severity, Action action) {
            this.severity = severity;
            this.action = action;
        }

        Severity severity() {
            return severity;
        }

        Action action() {
            return action;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The answer of the case that it is. */
    default <T> T fold(
            Function<? super ProcessExecution, ? extends T> execution,
            Function<? super Coverage, ? extends T> coverage) {
        return this instanceof ProcessExecution is ? execution.apply(is) : coverage.apply((Coverage) this);
    }
}
