package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which failures of a scope do not page. All of them stay on record.
 *
 * @param from when it begins; with a schedule, before this nothing of it counts
 * @param until when it ends; with a schedule, from this on nothing of it counts
 * @param schedule when it begins each time; null if it is once, from beginning to end
 * @param length of each time; null if it is once
 * @param who opened it
 * @param why in the words of who opened it
 */
public record Pause(
        String id,
        Kind kind,
        Scope scope,
        Instant from,
        Instant until,
        @Nullable Schedule schedule,
        @Nullable Duration length,
        String who,
        String why) {

    /** What a pause does. */
    public enum Kind {
        /** Silences: the failure counts, and people hear of it when the mute ends. */
        MUTE,
        /** Excuses: the failure does not count. */
        MAINTENANCE
    }

    /** @throws IllegalArgumentException if it ends before it begins, or recurs for no time at all */
    public Pause {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Pause '" + id + "' from " + from + " until " + until
                    + " cannot be: an end after the beginning is expected");
        }
        if ((schedule == null) != (length == null) || (length != null && (length.isNegative() || length.isZero()))) {
            throw new IllegalArgumentException("Pause '" + id + "' recurs " + schedule + " for " + length
                    + ": a schedule and a length above zero are expected, or neither");
        }
    }

    /** One that does not recur. */
    public static Pause once(String id, Kind kind, Scope scope, Span span, By by) {
        return new Pause(id, kind, scope, span.from(), span.until(), null, null, by.who(), by.why());
    }

    /** From one moment until another. */
    public record Span(Instant from, Instant until) {}

    /** Who does something, and why. */
    public record By(String who, String why) {}

    /** True if it holds then. */
    public boolean activeAt(Instant now) {
        return endOf(now).isPresent();
    }

    /** When it ends that holds now; empty if it does not hold now. */
    public Optional<Instant> endOf(Instant now) {
        if (now.isBefore(from) || !now.isBefore(until)) {
            return Optional.empty();
        }
        if (schedule == null || length == null) {
            return Optional.of(until);
        }
        // All times are equally long, so the last one that began is the last one to end.
        return schedule.previous(now.plusNanos(1))
                .filter(begun -> !begun.isBefore(from))
                .map(begun -> begun.plus(length))
                .map(end -> end.isBefore(until) ? end : until)
                .filter(now::isBefore);
    }

    /** When it begins or ends next; empty for never again. */
    Optional<Instant> nextChange(Instant now) {
        Optional<Instant> end = endOf(now);
        if (end.isPresent()) {
            return end;
        }
        Instant earliest = now.isBefore(from) ? from : now;
        if (!earliest.isBefore(until)) {
            return Optional.empty();
        }
        if (schedule == null) {
            return Optional.of(from);
        }
        Instant after = now.isBefore(from) ? from.minusNanos(1) : now;
        return schedule.next(after).filter(each -> each.isBefore(until));
    }
}
