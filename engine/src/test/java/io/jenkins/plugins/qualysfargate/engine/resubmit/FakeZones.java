package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source with zones, in memory, that starts a run each time it is told to, shows runs late, loses answers, and has scans of its
 * own. It remembers everything that must never have happened.
 */
final class FakeZones implements MakeUpRuns {
    /** Below the time after which a launch counts as not done. */
    private static final Duration SHOWN_AFTER = Duration.ofMinutes(4);

    final List<String> faults = new ArrayList<>();
    final List<Made> runs = new ArrayList<>();
    private final List<DefinitionNow> definitions = new ArrayList<>();
    private final Random random;
    private final Clock clock;

    FakeZones(Random random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** @param ours true if it was launched by us */
    record Made(
            String id,
            String scan,
            @Nullable String zone,
            Instant created,
            Instant shown,
            Instant begins,
            Instant ends,
            boolean ours) {
        boolean active(Instant now) {
            return now.isBefore(ends);
        }
    }

    void define(String scan, @Nullable String zone) {
        definitions.add(
                new DefinitionNow(scan, "scan " + scan, zone, "", true, Instant.EPOCH, 0L, null, ZoneId.of("UTC")));
    }

    /** By somebody else; visible at once. */
    void foreign(String scan) {
        Instant now = clock.instant();
        runs.add(new Made(
                "f" + runs.size(),
                scan,
                zone(scan),
                now,
                now,
                now,
                now.plus(Duration.ofMinutes(20 + random.nextInt(90))),
                false));
    }

    private @Nullable String zone(String scan) {
        return definitions.stream()
                .filter(each -> each.subjectId().equals(scan))
                .findFirst()
                .orElseThrow()
                .zoneId();
    }

    /** True if it has ended well since then. */
    boolean succeeded(String scan, Instant since) {
        Instant now = clock.instant();
        return runs.stream()
                .anyMatch(each -> each.scan().equals(scan)
                        && !each.created().isBefore(since)
                        && !each.active(now)
                        && !each.begins().isAfter(each.ends()));
    }

    long launched(String scan, Instant since) {
        return runs.stream()
                .filter(each -> each.ours()
                        && each.scan().equals(scan)
                        && !each.created().isBefore(since))
                .count();
    }

    @Override
    public StartOutcome start(String scan) {
        int luck = random.nextInt(10);
        if (luck == 0) {
            return new StartOutcome.NotStarted("It says no.", "Wait.");
        }
        if (luck == 1) {
            return new StartOutcome.Unclear("The call was lost.");
        }
        if (luck == 2) {
            throw new Killed("before the launch was sent");
        }
        String id = launch(scan);
        if (luck == 3) {
            return new StartOutcome.Unclear("The answer was lost.");
        }
        if (luck == 4) {
            throw new Killed("after the launch was sent");
        }
        return new StartOutcome.Accepted(id);
    }

    private String launch(String scan) {
        Instant now = clock.instant();
        String zone = zone(scan);
        for (Made each : runs) {
            boolean together = zone == null || each.zone() == null || zone.equals(each.zone());
            if (each.active(now) && (together || each.scan().equals(scan))) {
                faults.add(now + " scan " + scan + " was launched while " + each + " was active");
            }
        }
        String id = "r" + runs.size();
        Instant begins = now.plus(Duration.ofMinutes(random.nextInt(20)));
        boolean never = random.nextInt(6) == 0;
        Instant ends = now.plus(Duration.ofMinutes(25 + random.nextInt(90)));
        Instant shown = now.plusSeconds(random.nextInt((int) SHOWN_AFTER.toSeconds()));
        runs.add(new Made(id, scan, zone, now, shown, never ? Instant.MAX : begins, ends, true));
        return id;
    }

    private Stream<Made> shown() {
        Instant now = clock.instant();
        return runs.stream().filter(each -> !each.shown().isAfter(now));
    }

    private void mayNotAnswer() throws BlindException {
        if (random.nextInt(25) == 0) {
            throw new BlindException("It timed out.", "Wait.", false, null);
        }
    }

    @Override
    public SourcePicture picture(String scan, Instant pastFrom, Instant now) throws BlindException {
        return new SourcePicture(
                true,
                definitions.stream()
                        .filter(each -> each.subjectId().equals(scan))
                        .findFirst()
                        .orElse(null),
                active(),
                List.of(),
                shown().filter(each -> each.scan().equals(scan))
                        .map(each -> past(each, now))
                        .toList(),
                List.of(
                        new Component(Component.Kind.SCHEDULER, "jobd", "jobd", true, "", ""),
                        new Component(Component.Kind.ZONE, "A", "A", true, "", ""),
                        new Component(Component.Kind.ZONE, "B", "B", true, "", "")),
                List.of());
    }

    private static Run past(Made run, Instant now) {
        boolean over = !run.active(now);
        boolean well = over && !run.begins().isAfter(run.ends());
        return new Run(
                run.id(),
                run.scan(),
                run.created(),
                null,
                over ? run.ends() : null,
                over ? well ? RunState.COMPLETED : RunState.FAILED : RunState.RUNNING,
                well ? ImportState.FINISHED : ImportState.PENDING,
                Reach.UNSAID,
                null,
                "word",
                "");
    }

    @Override
    public List<ActiveRun> active() throws BlindException {
        mayNotAnswer();
        Instant now = clock.instant();
        return shown().filter(each -> each.active(now))
                .map(each ->
                        new ActiveRun(each.id(), each.scan(), each.scan(), each.zone(), RunState.RUNNING, "Running"))
                .toList();
    }

    @Override
    public Optional<RunLook> run(String id) throws BlindException {
        mayNotAnswer();
        Instant now = clock.instant();
        return runs.stream().filter(each -> each.id().equals(id)).findFirst().map(each -> {
            RunState state = each.active(now)
                    ? now.isBefore(each.begins()) ? RunState.QUEUED : RunState.RUNNING
                    : RunState.COMPLETED;
            return new RunLook(state, !now.isBefore(each.begins()), state.name(), "");
        });
    }

    @Override
    public List<StartedRun> startedSince(String scan, Instant from) throws BlindException {
        mayNotAnswer();
        return shown().filter(
                        each -> each.scan().equals(scan) && !each.created().isBefore(from))
                .map(each -> new StartedRun(each.id(), each.created()))
                .toList();
    }
}
