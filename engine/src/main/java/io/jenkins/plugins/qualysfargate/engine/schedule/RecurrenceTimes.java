package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The wall-clock times of a recurrence rule from its start on. The start itself is one only if the rule takes it. */
final class RecurrenceTimes implements WallTimes {
    private static final int MINUTES = 1_440;
    private static final int HOUR = 60;

    private final RecurrenceRule rule;
    private final RecurrenceDays days;
    private final long start;
    private final long end;
    private final int second;
    /** Minutes since midnight, ascending. */
    private final int[] timesOfDay;

    /**
     * @param end by the wall clock, none is due then or later
     */
    private RecurrenceTimes(RecurrenceRule rule, LocalDateTime start, long end) {
        this.rule = rule;
        this.end = end;
        this.days = new RecurrenceDays(rule, start.toLocalDate());
        this.start = start.toEpochSecond(ZoneOffset.UTC);
        this.second = start.getSecond();
        boolean sub = !rule.frequency().isLongerThan(Frequency.HOURLY);
        int[] hours = values(rule.hours(), sub, 24, start.getHour());
        int[] minutes = values(rule.minutes(), rule.frequency() == Frequency.MINUTELY, HOUR, start.getMinute());
        int[] product = Arrays.stream(hours)
                .flatMap(hour -> Arrays.stream(minutesOfHour(minutes)).map(minute -> hour * HOUR + minute))
                .toArray();
        timesOfDay = rule.frequency() == Frequency.DAILY ? picked(product) : product;
    }

    /**
     * @param last the last time of the wall clock that may be due
     */
    static RecurrenceTimes of(RecurrenceRule rule, LocalDateTime start, LocalDateTime last) {
        RecurrenceTimes endless = new RecurrenceTimes(rule, start, last.toEpochSecond(ZoneOffset.UTC) + 1);
        if (rule.count() == 0) {
            return endless;
        }
        Seconds counted = new Seconds(rule.count());
        boolean fewer = endless.collect(endless.start, endless.end, counted);
        return fewer ? endless : new RecurrenceTimes(rule, start, counted.latest() + 1);
    }

    /** True if there is one within a hundred years of the start. */
    boolean isEverDue() {
        Seconds first = new Seconds(1);
        collect(start, start + Limits.HORIZON.toSeconds(), first);
        return !first.isEmpty();
    }

    private static int[] values(List<Integer> given, boolean all, int size, int ofStart) {
        if (!given.isEmpty()) {
            return given.stream().mapToInt(Integer::intValue).toArray();
        }
        return all ? IntStream.range(0, size).toArray() : new int[] {ofStart};
    }

    /** Within an hour, or a minute, its positions are the same every time. */
    private int[] minutesOfHour(int[] minutes) {
        return switch (rule.frequency()) {
            case HOURLY -> picked(minutes);
            case MINUTELY -> picked(new int[1]).length == 1 ? minutes : new int[0];
            case DAILY, WEEKLY, MONTHLY, YEARLY -> minutes;
        };
    }

    private int[] picked(int[] values) {
        return rule.positions().isEmpty()
                ? values
                : positions(values.length).map(index -> values[index]).toArray();
    }

    /** The indexes that BYSETPOS takes of so many, ascending, each once. */
    private IntStream positions(int size) {
        return rule.positions().stream()
                .mapToInt(position -> position > 0 ? position - 1 : size + position)
                .filter(index -> index >= 0 && index < size)
                .sorted()
                .distinct();
    }

    @Override
    public boolean collect(long from, long to, Seconds into) {
        long first = Math.max(from, start);
        long last = Math.min(to, end);
        if (first >= last || timesOfDay.length == 0) {
            return true;
        }
        Row row = new Row(first, last, into);
        DayCursor cursor = new DayCursor(Math.floorDiv(first, (long) DayCursor.SECONDS));
        long endDay = Math.floorDiv(last - 1, (long) DayCursor.SECONDS) + 1;
        if (!rule.positions().isEmpty() && rule.frequency().isLongerThan(Frequency.DAILY)) {
            return ofPeriods(new DayCursor(days.periodStart(cursor)), endDay, row);
        }
        while (days.find(cursor, endDay)) {
            if (!ofDay(cursor.day(), row)) {
                return false;
            }
            cursor.next();
        }
        return true;
    }

    private boolean ofDay(long day, Row row) {
        int unit = rule.frequency() == Frequency.HOURLY ? HOUR : 1;
        boolean every = rule.interval() == 1 || rule.frequency().isLongerThan(Frequency.HOURLY);
        int ahead = every ? 0 : unitsToNext(day, unit);
        if (ahead >= MINUTES / unit) {
            return true;
        }
        for (int minute : timesOfDay) {
            boolean due = every || (minute / unit - ahead) % rule.interval() == 0;
            if (due && !row.add(day, minute * 60 + second)) {
                return false;
            }
        }
        return true;
    }

    /** From midnight to the first hour or minute, of this day or a later one, that the interval meets. */
    private int unitsToNext(long day, int unit) {
        long passed = day * (MINUTES / unit) - Math.floorDiv(start, 60L * unit);
        return (int) Math.floorMod(-passed, (long) rule.interval());
    }

    private boolean ofPeriods(DayCursor cursor, long endDay, Row row) {
        while (days.find(cursor, endDay)) {
            long after = days.periodEnd(cursor);
            long[] taken = new long[366];
            int size = 0;
            while (days.find(cursor, after)) {
                taken[size++] = cursor.day();
                cursor.next();
            }
            for (int index : positions(size * timesOfDay.length).toArray()) {
                int time = timesOfDay[index % timesOfDay.length];
                if (!row.add(taken[index / timesOfDay.length], time * 60 + second)) {
                    return false;
                }
            }
        }
        return true;
    }

    RecurrenceRule rule() {
        return rule;
    }

    LocalDateTime start() {
        return LocalDateTime.ofEpochSecond(start, 0, ZoneOffset.UTC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurrenceTimes times && rule.equals(times.rule) && start == times.start;
    }

    @Override
    public int hashCode() {
        return rule.hashCode() * 31 + Long.hashCode(start);
    }

    /** Takes what lies in its window. */
    private record Row(long from, long to, Seconds into) {
        boolean add(long day, int secondOfDay) {
            long time = day * DayCursor.SECONDS + secondOfDay;
            return time < from || time >= to || into.add(time);
        }
    }
}
