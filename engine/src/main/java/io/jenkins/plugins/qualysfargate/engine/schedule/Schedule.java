package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When something is due; {@link #next} and {@link #previous} are the neighbours that {@link #occurrences} has, always.
 *
 * <p>Times before the year 1 and after the year 9999 are never due.
 */
public sealed interface Schedule permits CronSchedule, RecurrenceSchedule, PeriodSchedule, ListedSchedule, NoSchedule {

    /**
     * Every due time with {@code from <= due < to}, ascending, each once; none if {@code to} is not after {@code from}.
     *
     * @throws IllegalArgumentException if there are more than a million
     */
    List<Instant> occurrences(Instant from, Instant to);

    /** The first due time after this instant (never this one), if there is one within a hundred years. */
    Optional<Instant> next(Instant after);

    /** The last due time before this instant (never this one), if there is one within a hundred years. */
    Optional<Instant> previous(Instant before);

    /** One line that is the same for the same schedule, however it was written; what it is a hash of is this schedule's. */
    String canonical();

    /** Where its wall clock hangs; UTC if it follows none. */
    ZoneId zone();

    /** For people: {@code daily at 02:17 Europe/Paris}, or the canonical text if there is nothing better. */
    String words();

    /** What the server says of its own schedule, if that is no due time of the rule that it gave. */
    default Optional<Disagreement> disagreement() {
        return Optional.empty();
    }

    /** The answer for what has due times (perhaps no more of them), or for what never has any. */
    default <T> T fold(Function<? super Schedule, T> timed, Function<? super NoSchedule, T> untimed) {
        return this instanceof NoSchedule none ? untimed.apply(none) : timed.apply(this);
    }
}
