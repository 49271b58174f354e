package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says in words what a simple cron schedule is; for others there is nothing better than the fields. */
final class CronWords {
    private static final int MOST_TIMES = 4;

    private CronWords() {}

    static Optional<String> of(List<CronLine> lines) {
        if (lines.size() != 1 || lines.get(0).months() != CronField.MONTH.all()) {
            return Optional.empty();
        }
        CronLine line = lines.get(0);
        return days(line).flatMap(days -> times(line).map(times -> days.isEmpty() ? times : days + " " + times));
    }

    private static Optional<String> days(CronLine line) {
        boolean anyDay = line.daysOfMonth() == CronField.DAY_OF_MONTH.all();
        boolean anyWeekday = line.weekdays() == CronField.DAY_OF_WEEK.all();
        if (anyDay && anyWeekday) {
            return Optional.of(everyHour(line) ? "" : "daily");
        }
        if (anyDay) {
            List<Integer> mondayFirst = IntStream.range(0, CronField.SUNDAY_AGAIN)
                    .filter(day -> Bits.has(line.weekdays(), (day + 1) % CronField.SUNDAY_AGAIN))
                    .boxed()
                    .toList();
            return Optional.of("on " + Words.weekdays(mondayFirst));
        }
        List<Integer> days = Bits.values(line.daysOfMonth());
        return anyWeekday && days.size() == 1
                ? Optional.of("on day %d of every month".formatted(days.get(0)))
                : Optional.empty();
    }

    private static boolean everyHour(CronLine line) {
        return line.hours() == CronField.HOUR.all();
    }

    private static Optional<String> times(CronLine line) {
        List<Integer> minutes = Bits.values(line.minutes());
        if (everyHour(line)) {
            return minutes.size() == 1
                    ? Optional.of("hourly at :%02d".formatted(minutes.get(0)))
                    : Optional.<String>empty();
        }
        List<String> times = Bits.values(line.hours()).stream()
                .flatMap(hour -> minutes.stream().map(minute -> Words.time(hour * 60 + minute)))
                .toList();
        return times.size() > MOST_TIMES ? Optional.empty() : Optional.of("at " + Words.and(times));
    }
}
