package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule is due, as far as Qualys says so; exactly one of the two is there.
 *
 * @param schedule null if it cannot be told
 * @param problem why; null if it can
 */
record ScheduleTimes(@Nullable Schedule schedule, @Nullable String problem) {
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?");
    private static final Pattern DAY = Pattern.compile("MON|TUE|WED|THU|FRI|SAT|SUN");
    private static final String GIVE = "; give the monitor a schedule of its own";

    static ScheduleTimes of(RegistrySchedule from) {
        Matcher time = TIME.matcher(from.time());
        if (!time.matches()) {
            return unknown("Qualys gives no time of day for it ('" + from.time() + "')" + GIVE);
        }
        String clock = Integer.parseInt(time.group(2)) + " " + Integer.parseInt(time.group(1)) + " * * ";
        long days = from.everyDays() == null ? 1 : from.everyDays();
        if (days == 1) {
            return cron(clock + "*");
        }
        String day = from.weekDay().toUpperCase(Locale.ROOT);
        String start = day.length() < 3 ? day : day.substring(0, 3);
        if (days == 7 && DAY.matcher(start).matches()) {
            return cron(clock + start);
        }
        return unknown("it is due every " + days + " days, and Qualys does not say from which day on" + GIVE);
    }

    private static ScheduleTimes cron(String line) {
        try {
            return new ScheduleTimes(Schedules.cron(line, "", ZoneOffset.UTC, DstPolicy.RFC), null);
        } catch (UnreadableScheduleException impossible) {
            return unknown(String.valueOf(impossible.getMessage()));
        }
    }

    private static ScheduleTimes unknown(String problem) {
        return new ScheduleTimes(null, problem);
    }
}
