package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Times what is due in 90 days around a clock change, and what is next, for daily cron lines and weekly rules in mixed
 * zones. Arguments: how many schedules of each, and rounds, the first third of which is not counted.
 */
final class ScheduleBenchmark {
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "Europe/Paris",
            "Asia/Tokyo",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "UTC");
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(90));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ScheduleBenchmark() {}

    public static void main(String[] arguments) throws UnreadableScheduleException {
        int number = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long start = THREADS.getCurrentThreadCpuTime();
        List<Schedule> daily = new ArrayList<>();
        List<Schedule> weekly = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            daily.add(Schedules.cron("H H(0-5) * * *", "scan-" + i, zone, DstPolicy.RFC));
            weekly.add(Schedules.recurrence(
                    "FREQ=WEEKLY;INTERVAL=1;BYDAY=SA",
                    LocalDateTime.of(2019, 2, 14, 0, 0).plusMinutes(i % 1_440),
                    zone,
                    DstPolicy.RFC));
        }
        System.out.printf("reading them: %.0f ms%n", (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        ToLongFunction<Schedule> dues = schedule -> schedule.occurrences(FROM, TO).size();
        ToLongFunction<Schedule> next =
                schedule -> schedule.next(FROM).orElseThrow().getEpochSecond() & 1;
        time("daily cron, 90 days", daily, dues, rounds);
        time("weekly rule, 90 days", weekly, dues, rounds);
        time("daily cron, next", daily, next, rounds);
        time("weekly rule, next", weekly, next, rounds);
    }

    private static void time(String what, List<Schedule> schedules, ToLongFunction<Schedule> asked, int rounds) {
        long[] times = new long[rounds];
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            sum += schedules.stream().mapToLong(asked).sum();
            times[round] = THREADS.getCurrentThreadCpuTime() - start;
        }
        long[] warm = Arrays.copyOfRange(times, rounds / 3, rounds);
        Arrays.sort(warm);
        System.out.printf(
                "%s: %d schedules, %d in sum, median %.1f, p90 %.1f ms%n",
                what, schedules.size(), sum / rounds, warm[warm.length / 2] / 1e6, warm[warm.length * 9 / 10] / 1e6);
    }
}
