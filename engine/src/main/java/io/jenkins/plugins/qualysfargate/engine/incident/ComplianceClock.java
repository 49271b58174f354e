package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failure the more urgent, the less time is left until the rules are broken.
 *
 * @param steps each holds from its share on; the most urgent one that holds counts
 * @param never how urgent it is at least if nobody knows of any success
 */
public record ComplianceClock(List<Notch> steps, Urgency never) {
    /** Half of the time left: warning; a quarter: error; none: critical. */
    public static final ComplianceClock DEFAULT = new ComplianceClock(
            List.of(new Notch(0.5, Urgency.WARNING), new Notch(0.25, Urgency.ERROR), new Notch(0, Urgency.CRITICAL)),
            Urgency.ERROR);

    public ComplianceClock {
        steps = List.copyOf(steps);
    }

    /**
     * @param shareLeft of {@link Care#complyWithin}, 0 to 1: holds when no more than this is left
     */
    public record Notch(double shareLeft, Urgency atLeast) {
        /** @throws IllegalArgumentException if it is no share */
        public Notch {
            if (!(shareLeft >= 0 && shareLeft <= 1)) {
                throw new IllegalArgumentException("The compliance clock cannot have a step at " + shareLeft
                        + ": a share from 0 to 1 is expected");
            }
        }

        private Instant from(Instant lastSuccess, Duration complyWithin) {
            return lastSuccess.plusMillis((long) (complyWithin.toMillis() * (1 - shareLeft)));
        }
    }

    /** How urgent a failure is now: as configured, or more if its time runs out. */
    Urgency urgency(Failure failure, Instant now) {
        Duration allowed = failure.care().complyWithin();
        Urgency urgency = failure.care().urgency();
        if (allowed == null) {
            return urgency;
        }
        Instant last = failure.lastSuccess();
        if (last == null) {
            return urgency.or(never);
        }
        for (Notch step : steps) {
            if (!step.from(last, allowed).isAfter(now)) {
                urgency = urgency.or(step.atLeast());
            }
        }
        return urgency;
    }

    /** When {@link #urgency} may be another one for the first time; null for never. */
    @Nullable
    Instant nextChange(Failure failure, Instant now) {
        Duration allowed = failure.care().complyWithin();
        Instant last = failure.lastSuccess();
        if (allowed == null || last == null) {
            return null;
        }
        return steps.stream()
                .map(step -> step.from(last, allowed))
                .filter(each -> each.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** When the rules are broken; null if there is no such rule, or nobody knows of any success. */
    static @Nullable Instant breachAt(Failure failure) {
        Duration allowed = failure.care().complyWithin();
        Instant last = failure.lastSuccess();
        return allowed == null || last == null ? null : last.plus(allowed);
    }
}
