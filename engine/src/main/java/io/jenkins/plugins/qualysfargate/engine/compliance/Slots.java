package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts time into the slots of consecutive due times. */
final class Slots {
    /** A server may read a local time beside a change of the clocks either way; none is known to move further (Lord Howe: 30 min). */
    private static final Duration EITHER_READING = Duration.ofHours(1);

    private static final Duration BESIDE = Duration.ofHours(3);

    private final Windows windows;
    private final ZoneRules rules;

    Slots(Windows windows, ZoneRules rules) {
        this.windows = windows;
        this.rules = rules;
    }

    /**
     * @param dues ascending
     * @param before the due time before the first of them; null if there is none
     * @param after the due time after the last of them; null if there is none
     */
    List<Slot> of(List<Instant> dues, @Nullable Instant before, @Nullable Instant after) {
        List<Slot> slots = new ArrayList<>(dues.size());
        Changes changes = new Changes(rules);
        Instant previous = before;
        for (int i = 0; i < dues.size(); i++) {
            Instant due = dues.get(i);
            Instant next = i + 1 < dues.size() ? dues.get(i + 1) : after;
            slots.add(slot(due, previous, next, changes));
            previous = due;
        }
        return slots;
    }

    private Slot slot(Instant due, @Nullable Instant previous, @Nullable Instant next, Changes changes) {
        boolean beside = changes.beside(due);
        Instant opens = due.minus(early(beside, gap(previous, due)));
        Instant closes = next == null ? null : next.minus(early(changes.beside(next), gap(due, next)));
        Instant finishBy = due.plus(windows.finish());
        Instant missedAt = next != null && next.isBefore(finishBy) ? next : finishBy;
        Instant late = due.plus(beside ? longer(windows.startGrace()) : windows.startGrace());
        return new Slot(due, opens, closes, late.isBefore(missedAt) ? late : missedAt, missedAt, finishBy);
    }

    private static @Nullable Duration gap(@Nullable Instant from, Instant to) {
        return from == null ? null : Duration.between(from, to);
    }

    /** Never more than half of the gap, because a run must not answer for the wrong one of two. */
    private Duration early(boolean beside, @Nullable Duration gap) {
        Duration early = beside ? longer(windows.early()) : windows.early();
        Duration half = gap == null ? early : Duration.ofMillis(gap.toMillis() / 2);
        return early.compareTo(half) < 0 ? early : half;
    }

    private static Duration longer(Duration given) {
        return given.compareTo(EITHER_READING) < 0 ? EITHER_READING : given;
    }

    /** Remembers the change of the clocks that is near, because due times come in order. */
    private static final class Changes {
        private final ZoneRules rules;
        private Instant from = Instant.MAX;
        private Instant upTo = Instant.MIN;
        private @Nullable Instant change;

        private Changes(ZoneRules rules) {
            this.rules = rules;
        }

        private boolean beside(Instant due) {
            if (rules.isFixedOffset()) {
                return false;
            }
            Instant earliest = due.minus(BESIDE);
            if (earliest.isBefore(from) || earliest.isAfter(upTo)) {
                ZoneOffsetTransition next = rules.nextTransition(earliest.minusNanos(1));
                change = next == null ? null : next.getInstant();
                from = earliest;
                upTo = change == null ? Instant.MAX : change;
            }
            return change != null && !change.isBefore(earliest) && !change.isAfter(due.plus(BESIDE));
        }
    }
}
