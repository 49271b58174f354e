package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Scans as they really went, made up beforehand from a seed; as a source it shows at every moment what has happened so far. */
final class ScannedWorld implements ScanSource {
    static final Duration FINISH = Duration.ofHours(10);
    static final Duration MAX_RUNTIME = Duration.ofHours(6);
    static final Duration START_GRACE = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    final List<Fate> fates = new ArrayList<>();
    final List<Outage> outages = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    /** How one scan went on one day. */
    enum Ending {
        OK,
        FAILED,
        MISSED,
        OVERRUN,
        LATE,
        EMPTY,
        IMPORT_ERROR,
        PARTIAL,
        MADE_UP
    }

    /** What became of one due time. */
    record Fate(String scan, Instant due, Ending ending) {
        Instant made() {
            return ending == Ending.LATE ? due.plus(Duration.ofHours(2)) : due.plusSeconds(40);
        }

        Instant ended() {
            return made().plus(ending == Ending.OVERRUN ? Duration.ofHours(8) : Duration.ofMinutes(95));
        }
    }

    record Outage(Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    ScannedWorld(Random random, LocalDate first, int days, List<ZoneId> zones) {
        for (int i = 0; i < zones.size(); i++) {
            String scan = "ALC_" + zones.get(i).getId().replace('/', '_') + "_import";
            subjects.add(Subject.of(scan, scan));
            for (int day = -3; day < days; day++) {
                ZonedDateTime due = ZonedDateTime.of(first.plusDays(day), LocalTime.of(2, 30), zones.get(i));
                fates.add(new Fate(scan, due.toInstant(), ending(random)));
            }
        }
        Instant begin = first.atStartOfDay(ZoneId.of("UTC")).toInstant();
        for (int day = 3; day < days - 5; day += 5 + random.nextInt(20)) {
            Instant from = begin.plus(Duration.ofMinutes(day * 1440L + random.nextInt(1440)));
            outages.add(new Outage(from, from.plus(Duration.ofMinutes(5 + random.nextInt(1600)))));
        }
    }

    private static Ending ending(Random random) {
        Ending[] all = Ending.values();
        return random.nextInt(10) < 9 ? Ending.OK : all[random.nextInt(all.length)];
    }

    @Override
    public String id() {
        return "sc";
    }

    @Override
    public Look look(Instant from, Instant now) {
        if (outages.stream().anyMatch(each -> each.covers(now))) {
            return new Look.Blind("sc", now, "GET /scan timed out.", "See whether it is up.", false);
        }
        Instant since = from.isBefore(now.minus(KEPT)) ? now.minus(KEPT) : from;
        List<Run> runs = new ArrayList<>();
        for (Fate fate : fates) {
            if (!fate.due().isAfter(now) && !fate.due().isBefore(since.minus(Duration.ofDays(1)))) {
                add(runs, fate, now);
            }
        }
        Component zone = new Component(Component.Kind.ZONE, "z", "ALC_SZ", true, "2 of 2 scanners work", "");
        return new Look.Seen(
                new Observation("sc", now, since, subjects, runs, List.of(), List.of(zone), Duration.ofSeconds(1)));
    }

    private static void add(List<Run> runs, Fate fate, Instant now) {
        if (fate.ending() == Ending.MISSED || fate.made().isAfter(now)) {
            return;
        }
        String id = fate.scan() + "@" + fate.due().getEpochSecond();
        if (fate.ended().isAfter(now)) {
            long minutes = Duration.between(fate.made(), now).toMinutes();
            runs.add(run(id, fate, RunState.RUNNING, ImportState.PENDING, null, new Reach(90L, minutes, minutes)));
            return;
        }
        runs.add(ended(id, fate));
        Instant again = fate.ended().plus(Duration.ofHours(3));
        if (fate.ending() == Ending.MADE_UP && !again.isAfter(now)) {
            Instant end = again.plus(Duration.ofMinutes(30));
            boolean over = !end.isAfter(now);
            runs.add(new Run(
                    id + "+1",
                    fate.scan(),
                    again,
                    again,
                    over ? end : null,
                    over ? RunState.COMPLETED : RunState.RUNNING,
                    over ? ImportState.FINISHED : ImportState.PENDING,
                    new Reach(90L, 88L, 88L),
                    null,
                    "",
                    ""));
        }
    }

    private static Run ended(String id, Fate fate) {
        return switch (fate.ending()) {
            case OK, OVERRUN, LATE, MISSED ->
                run(id, fate, RunState.COMPLETED, ImportState.FINISHED, fate.ended(), new Reach(90L, 88L, 88L));
            case FAILED, MADE_UP ->
                run(id, fate, RunState.FAILED, ImportState.PENDING, fate.ended(), new Reach(90L, 3L, 3L));
            case EMPTY -> run(id, fate, RunState.COMPLETED, ImportState.FINISHED, fate.ended(), new Reach(90L, 0L, 0L));
            case IMPORT_ERROR ->
                run(id, fate, RunState.COMPLETED, ImportState.FAILED, fate.ended(), new Reach(90L, 88L, 88L));
            case PARTIAL ->
                run(id, fate, RunState.PARTIAL, ImportState.FINISHED, fate.ended(), new Reach(90L, 40L, 40L));
        };
    }

    private static Run run(
            String id, Fate fate, RunState state, ImportState imported, @Nullable Instant end, Reach reach) {
        return new Run(id, fate.scan(), fate.made(), fate.made(), end, state, imported, reach, null, state.name(), "");
    }
}
