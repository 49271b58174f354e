package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.compliance.Changes;
import io.jenkins.plugins.qualysfargate.engine.compliance.Excuse;
import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Watch;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedules;
import io.jenkins.plugins.qualysfargate.engine.schedule.UnreadableScheduleException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Times the evaluation of many daily monitors with months of runs from scratch, a turn in which nothing happened, and one in
 * which ten scans ended.
 */
final class ComplianceBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-20T00:30:00Z");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo");

    private final List<Monitor> monitors = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    private ComplianceBenchmark(int count, int days) throws UnreadableScheduleException {
        Instant since = NOW.minus(Duration.ofDays(days));
        for (int i = 0; i < count; i++) {
            Schedule schedule = Schedules.cron(
                    "H H(0-6) * * *", "scan-" + i, ZoneId.of(ZONES.get(i % ZONES.size())), DstPolicy.RFC);
            subjects.add(Subject.of("" + i, "scan-" + i));
            monitors.add(monitor(i, schedule, since));
            for (Instant due : schedule.occurrences(since, NOW)) {
                runs.add(run(i, due));
            }
        }
    }

    private static Monitor monitor(int number, Schedule schedule, Instant since) {
        return new Monitor(
                "monitor-" + number,
                "sc",
                new Selector.ById("" + number),
                new Timing.Own(schedule),
                Windows.DEFAULT,
                Thresholds.DEFAULT,
                new Care("platform", null, Urgency.ERROR, "default", null, null),
                since,
                Set.of(),
                true,
                false,
                null);
    }

    private static Run run(int number, Instant due) {
        boolean failed = (number + due.getEpochSecond() / 86_400) % 97 == 0;
        Instant begun = due.plusSeconds(30);
        return new Run(
                number + "-" + due.getEpochSecond(),
                "" + number,
                begun,
                begun,
                begun.plusSeconds(1800),
                failed ? RunState.FAILED : RunState.COMPLETED,
                failed ? ImportState.PENDING : ImportState.FINISHED,
                new Reach(100L, 95L + number % 5, null),
                null,
                failed ? "Error" : "Completed",
                "");
    }

    private Look seen(Instant at, List<Run> now) {
        return new Look.Seen(
                new Observation("sc", at, Instant.EPOCH, subjects, now, List.of(), List.of(), Duration.ZERO));
    }

    private void time() {
        Watch watch = new Watch(monitors, Map.of("sc", Duration.ofMinutes(15)), OwedFrom.SEEN);
        long begun = cpu();
        watch.hear(seen(NOW, runs));
        Changes changes = watch.advance(NOW, Excuse.NONE);
        say("from scratch", begun, changes);
        List<Run> recent = runs.stream()
                .filter(run -> run.createdAt().isAfter(NOW.minus(Duration.ofDays(2))))
                .toList();
        watch.hear(seen(NOW.plusSeconds(1), recent));
        watch.advance(NOW.plusSeconds(1), Excuse.NONE);
        begun = cpu();
        changes = watch.advance(NOW.plusSeconds(2), Excuse.NONE);
        say("a turn without news", begun, changes);
        begun = cpu();
        watch.hear(seen(NOW.plusSeconds(3), recent));
        changes = watch.advance(NOW.plusSeconds(3), Excuse.NONE);
        say("a look without news", begun, changes);
        List<Run> more = new ArrayList<>(recent);
        for (int i = 0; i < 10; i++) {
            more.add(run(i, NOW.plusSeconds(4)));
        }
        begun = cpu();
        watch.hear(seen(NOW.plusSeconds(5), more));
        changes = watch.advance(NOW.plusSeconds(5), Excuse.NONE);
        say("a look with ten more runs", begun, changes);
        begun = cpu();
        long alarmed = watch.standings().stream().filter(each -> each.alarmed()).count();
        say("standings, " + alarmed + " alarmed", begun, changes);
    }

    /** Processor time of this thread in nanoseconds, so that a busy machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String what, long begun, Changes changes) {
        System.out.printf(
                "%-32s %9.2f ms  %d tracks, %d occurrences changed%n",
                what,
                (cpu() - begun) / 1e6,
                changes.tracks().size(),
                changes.occurrences().size());
    }

    /** @param arguments how many monitors, how many days, how many times */
    public static void main(String[] arguments) throws UnreadableScheduleException {
        ComplianceBenchmark benchmark =
                new ComplianceBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            benchmark.time();
        }
    }
}
