package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tracks of one source, evaluated when something about them has changed or their time has come. Not thread-safe. */
final class SourceWatch {
    private final Duration patience;
    private final Roster roster;
    private final TreeSet<Timer> timers = new TreeSet<>();
    private Seen seen = Seen.NOTHING;
    private boolean seenOnce;
    private @Nullable Sight sight;
    private Look.@Nullable Blind blind;
    private boolean treatedAsBlind;

    /** @param patience how long after the last answer a source that does not answer counts as seen all the same */
    SourceWatch(List<Monitor> monitors, Duration patience, OwedFrom owedFrom) {
        this.patience = patience;
        this.roster = new Roster(monitors, owedFrom);
    }

    /** Takes up what is remembered. */
    void remember(Track track, List<Occurrence> open) {
        roster.remember(track, open);
    }

    void remember(Sight last) {
        sight = last;
    }

    void seen(Observation observation) {
        Seen now = Seen.of(observation);
        sight = Sight.of(observation);
        blind = null;
        if (!now.sameSubjects(seen) || !seenOnce) {
            roster.choose(now, observation.at());
        }
        for (String changed : now.otherThan(seen)) {
            roster.touch(changed);
        }
        seen = now;
        seenOnce = true;
    }

    void blind(Look.Blind look) {
        blind = look;
        if (sight == null) {
            roster.unseen(look);
        }
    }

    /** Since when runs must be asked for, so that every open occurrence is answered. */
    Instant from(Instant now) {
        Instant earliest = roster.unseenOwedFrom(now);
        for (Tracked each : roster.all()) {
            Duration margin = each.monitor
                    .windows()
                    .maxRuntime()
                    .plus(each.monitor.windows().early());
            Instant from = each.track.settledUpTo().minus(margin);
            earliest = from.isBefore(earliest) ? from : earliest;
        }
        return earliest;
    }

    List<Component> components() {
        return seen.components();
    }

    @Nullable
    Sight sight() {
        return sight;
    }

    Look.@Nullable Blind blind() {
        return blind;
    }

    Collection<Tracked> tracks() {
        return roster.all();
    }

    List<Occurrence> open(TrackKey key) {
        Tracked tracked = roster.find(key);
        return tracked == null ? List.of() : tracked.open;
    }

    /** Everything is evaluated again with the next turn. */
    void touchAll() {
        roster.all().forEach(each -> roster.touch(each.track.key()));
    }

    @Nullable
    Tracked forget(TrackKey key) {
        Tracked gone = roster.drop(key);
        if (gone != null && gone.timer != null) {
            timers.remove(gone.timer);
        }
        return gone;
    }

    /** When {@link #advance} has something to do if nothing is heard; null if never. */
    @Nullable
    Instant nextChange() {
        Instant turnsBlind = blind != null && !treatedAsBlind && sight != null
                ? sight.asOf().plus(patience).plusNanos(1)
                : null;
        Instant timer = timers.isEmpty() ? null : timers.first().at();
        if (turnsBlind == null || timer == null) {
            return turnsBlind == null ? timer : turnsBlind;
        }
        return timer.isBefore(turnsBlind) ? timer : turnsBlind;
    }

    void advance(Instant now, Excuse excuse, Changes changes) {
        Sight effective = effective(now);
        if (sight != null && !seenOnce && effective.blindBecause() == null) {
            // What is remembered holds until the source has answered, or has not for too long.
            return;
        }
        boolean isBlind = effective.blindBecause() != null;
        if (isBlind != treatedAsBlind) {
            treatedAsBlind = isBlind;
            touchAll();
        }
        Instant reached = isBlind ? now : effective.asOf();
        while (!timers.isEmpty() && !timers.first().at().isAfter(reached)) {
            Timer due = timers.pollFirst();
            roster.touch(due.key());
        }
        for (Tracked each : roster.takeTouched()) {
            evaluate(each, effective, excuse, now, changes);
        }
        changes.dropped().addAll(roster.takeDropped());
    }

    private Sight effective(Instant now) {
        if (sight == null) {
            return new Sight(now, now, null, "", Duration.ZERO);
        }
        return blind != null && now.isAfter(sight.asOf().plus(patience))
                ? sight.blind(blind.reason(), blind.howToFix())
                : sight;
    }

    private void evaluate(Tracked tracked, Sight by, Excuse excuse, Instant now, Changes changes) {
        String subject = tracked.track.subjectId();
        boolean ofMonitor = subject.isEmpty();
        Instant held = by.asOf().plus(tracked.monitor.windows().grace());
        if (!seenOnce && !ofMonitor && tracked.monitor.timing() instanceof Timing.Continuous && now.isBefore(held)) {
            setTimer(tracked, held);
            return;
        }
        TrackInput input = new TrackInput(
                tracked.monitor,
                tracked.track,
                tracked.subject,
                tracked.open,
                seenOnce ? seen.runs(subject) : tracked.track.runs(),
                by,
                excuse,
                now);
        Condition condition = ofMonitor ? roster.problem(tracked.monitor) : seen.condition(subject);
        Evaluation evaluation = TrackEvaluator.evaluate(input, condition);
        changes.occurrences().addAll(evaluation.changed());
        if (ofMonitor && condition == null && !evaluation.standing().alarmed()) {
            roster.drop(tracked.track.key());
            changes.dropped().add(tracked.track.key());
            setTimer(tracked, null);
            return;
        }
        if (!Objects.equals(tracked.track, evaluation.track()) || tracked.standing == null) {
            changes.tracks().add(evaluation.track());
        }
        tracked.track = evaluation.track();
        tracked.open = new ArrayList<>(evaluation.open());
        tracked.standing = evaluation.standing();
        setTimer(tracked, evaluation.changesAt());
    }

    private void setTimer(Tracked tracked, @Nullable Instant at) {
        if (tracked.timer != null) {
            timers.remove(tracked.timer);
        }
        tracked.timer = at == null ? null : new Timer(at, tracked.track.key());
        if (tracked.timer != null) {
            timers.add(tracked.timer);
        }
    }
}
