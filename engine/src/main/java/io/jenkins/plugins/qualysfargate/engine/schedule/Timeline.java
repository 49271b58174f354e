package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a wall clock shows into instants, piece by piece: between two transitions the offset is constant, and only
 * what lies in a gap or is shown twice asks the policy.
 *
 * @param until no instant after this one is due; null if there is no such end
 */
record Timeline(
        WallTimes walls,
        ZoneRules rules,
        DstPolicy policy,
        @Nullable Instant until) {
    /** Longer than any gap or overlap: islands have skipped and repeated a day. */
    private static final long LONGEST_TRANSITION = 2 * 86_400;

    private static final long FIRST_STEP = 3_600;
    private static final int STEP_GROWTH = 4;
    /** Due times collected at once while looking for the first or last one. */
    private static final int GLANCE = 2_000;

    static Timeline of(WallTimes walls, ZoneId zone, DstPolicy policy) {
        return new Timeline(walls, zone.getRules(), policy, null);
    }

    List<Instant> occurrences(Schedule schedule, Instant from, Instant to) {
        Seconds found = new Seconds(Limits.OCCURRENCES);
        collect(Limits.secondFrom(from), Limits.secondFrom(to), found);
        if (found.overflowed()) {
            throw Limits.tooMany(schedule, from, to);
        }
        return found.instants();
    }

    Optional<Instant> next(Instant after) {
        long start = Limits.clamp(after).getEpochSecond() + (after.isBefore(Limits.EARLIEST) ? 0 : 1);
        long end = Math.min(start + Limits.HORIZON.toSeconds(), Limits.LATEST.getEpochSecond());
        long step = FIRST_STEP;
        for (long from = start; from < end; step *= STEP_GROWTH) {
            long to = Math.min(from + step, end);
            OptionalLong found = first(from, to);
            if (found.isPresent()) {
                return Optional.of(Instant.ofEpochSecond(found.getAsLong()));
            }
            from = to;
        }
        return Optional.empty();
    }

    Optional<Instant> previous(Instant before) {
        long start = Limits.secondFrom(before);
        long end = Math.max(start - Limits.HORIZON.toSeconds(), Limits.EARLIEST.getEpochSecond());
        long step = FIRST_STEP;
        for (long to = start; to > end; step *= STEP_GROWTH) {
            long from = Math.max(to - step, end);
            OptionalLong found = last(from, to);
            if (found.isPresent()) {
                return Optional.of(Instant.ofEpochSecond(found.getAsLong()));
            }
            to = from;
        }
        return Optional.empty();
    }

    private OptionalLong first(long from, long to) {
        Seconds found = new Seconds(GLANCE);
        collect(from, to, found);
        if (!found.overflowed()) {
            return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.earliest());
        }
        long middle = from + (to - from) / 2;
        OptionalLong left = first(from, middle);
        return left.isPresent() ? left : first(middle, to);
    }

    private OptionalLong last(long from, long to) {
        Seconds found = new Seconds(GLANCE);
        collect(from, to, found);
        if (!found.overflowed()) {
            return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.latest());
        }
        long middle = from + (to - from) / 2;
        OptionalLong right = last(middle, to);
        return right.isPresent() ? right : last(from, middle);
    }

    private void collect(long from, long to, Seconds into) {
        Window window = new Window(from, until == null ? to : Math.min(to, until.getEpochSecond() + 1));
        if (window.from >= window.to) {
            return;
        }
        long since = from - LONGEST_TRANSITION;
        long offset = rules.getOffset(Instant.ofEpochSecond(since)).getTotalSeconds();
        long shownBefore = Long.MIN_VALUE;
        ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(since));
        while (change != null && change.toEpochSecond() < window.to) {
            long at = change.toEpochSecond();
            if (!between(Math.max(Math.max(from, since) + offset, shownBefore), at + offset, offset, into)
                    || !inGap(change, window, into)) {
                return;
            }
            shownBefore = change.isGap() || policy.bothInOverlap() ? Long.MIN_VALUE : at + offset;
            since = at;
            offset = change.getOffsetAfter().getTotalSeconds();
            change = rules.nextTransition(change.getInstant());
        }
        between(Math.max(Math.max(from, since) + offset, shownBefore), window.to + offset, offset, into);
    }

    /** Wall-clock times where the offset is constant. */
    private boolean between(long from, long to, long offset, Seconds into) {
        into.shiftBy(-offset);
        return from >= to || walls.collect(from, to, into);
    }

    /** Wall-clock times that no clock shows. */
    private boolean inGap(ZoneOffsetTransition change, Window window, Seconds into) {
        if (!change.isGap()) {
            return true;
        }
        long at = change.toEpochSecond();
        long before = change.getOffsetBefore().getTotalSeconds();
        long length = change.getDuration().toSeconds();
        return switch (policy.gap()) {
            case MOVE ->
                between(Math.max(at, window.from) + before, Math.min(at + length, window.to) + before, before, into);
            case END -> {
                Seconds any = new Seconds(1);
                boolean due = window.from <= at && at < window.to;
                if (due) {
                    walls.collect(at + before, at + before + length, any);
                }
                into.shiftBy(0);
                yield any.isEmpty() || into.add(at);
            }
            case DROP -> true;
        };
    }

    /** Instants from (included) and to (not included), in seconds since 1970. */
    private record Window(long from, long to) {}
}
