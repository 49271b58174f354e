package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Changes;
import io.jenkins.plugins.qualysfargate.engine.compliance.Excuse;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Cause;
import io.jenkins.plugins.qualysfargate.engine.incident.Incidents;
import io.jenkins.plugins.qualysfargate.engine.incident.Situation;
import io.jenkins.plugins.qualysfargate.engine.incident.Step;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The compliance check. One turn looks at every source whose time has come, evaluates what that and time have changed, makes
 * incidents of it, and saves it all; a turn that is cut short is found again by the next one. May be called from any thread,
 * one turn at a time.
 */
public final class CheckCompliance {
    /** How often what other processes have changed is read, if nothing conflicts before. */
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    private static final int TRIES = 4;

    private final CheckSetup setup;
    private final Ledger ledger;
    private final Looks looks;
    private final Incidents incidents;
    private final Clock clock;
    private @Nullable CheckState state;
    private Instant last = Instant.MIN;

    /** @param executor on which sources are looked at, several at once */
    public CheckCompliance(CheckSetup setup, Ledger ledger, Executor executor, Clock clock) {
        this.setup = setup;
        this.ledger = ledger;
        this.looks = new Looks(executor);
        this.incidents = new Incidents(setup.policy(), setup.escalations());
        this.clock = clock;
    }

    /** A turn that looks at the sources whose time has come. */
    public synchronized CheckOutcome turn() {
        return turn(false);
    }

    /** A turn that looks at all sources, for who wants to know how it stands at this moment. */
    public synchronized CheckOutcome lookNow() {
        return turn(true);
    }

    /** How a subject stands as of the last turn; empty if there is none, or there was no turn yet. */
    public synchronized Optional<Standing> standing(TrackKey track) {
        return state == null
                ? Optional.empty()
                : state.watch.standings().stream()
                        .filter(each -> each.key().equals(track))
                        .findFirst();
    }

    /** What people have changed in the ledger counts with the next turn. */
    public synchronized void refresh() {
        if (state != null) {
            state.readAt = Instant.MIN;
        }
    }

    /** Everything is read again with the next turn, because somebody else was checking meanwhile. */
    public synchronized void forget() {
        state = null;
    }

    private CheckOutcome turn(boolean all) {
        // A clock that was set back must not make anything happen twice.
        Instant read = clock.instant();
        Instant now = read.isBefore(last) ? last : read;
        last = now;
        boolean done = false;
        try {
            CheckState current = known(now);
            hear(current, all, now);
            CheckOutcome outcome = evaluated(current, now);
            done = true;
            return outcome;
        } finally {
            if (!done) {
                // What is in memory may be ahead of what is saved.
                state = null;
            }
        }
    }

    private CheckState known(Instant now) {
        CheckState current = state;
        if (current == null) {
            current = CheckState.load(setup, ledger, now);
            state = current;
        } else if (current.readAt.isBefore(now.minus(READ_AGAIN))) {
            current.refresh(setup, ledger, now);
            current.stepAt = now;
        }
        return current;
    }

    private void hear(CheckState current, boolean all, Instant now) {
        List<CheckedSource> due = setup.sources().stream()
                .filter(each -> all || current.memory(each.id()).dueAt(now, each))
                .toList();
        List<Look> heard = looks.at(due, each -> current.watch.from(each.id(), now), now);
        for (int i = 0; i < due.size(); i++) {
            current.watch.hear(heard.get(i));
            String id = due.get(i).id();
            current.memory(id).named(current.watch.components(id));
            current.memory(due.get(i).id()).heard(heard.get(i), now);
            current.stepAt = now;
        }
    }

    private CheckOutcome evaluated(CheckState current, Instant now) {
        Excuse excuse = current.zones().naming(Failures.excuse(current.pauses));
        Changes changes = current.watch.advance(now, excuse);
        if (!changes.areNone() || (current.stepAt != null && !now.isBefore(current.stepAt))) {
            save(current, changes, now);
        }
        return outcome(current, now);
    }

    private void save(CheckState current, Changes changes, Instant now) {
        SaveTurn turn = new SaveTurn(ledger, setup, current, now);
        List<Cause> causes = causes(current, now);
        LedgerConflictException conflict = null;
        try {
            turn.verdicts(changes);
            for (int i = 0; i < TRIES; i++) {
                conflict = stepped(turn, current, causes, now);
                if (conflict == null) {
                    turn.progress(changes);
                    current.incidents.forget(now.minus(setup.policy().flap().within()));
                    return;
                }
            }
        } catch (LedgerConflictException impossible) {
            conflict = impossible;
        }
        throw new IllegalStateException(
                "The incidents changed " + TRIES + " times while they were evaluated; the next turn tries again",
                conflict);
    }

    /** Null if it is saved; else somebody has acted on an incident meanwhile, and it is to be stepped on from what it is now. */
    private @Nullable LedgerConflictException stepped(
            SaveTurn turn, CheckState current, List<Cause> causes, Instant now) {
        Situation situation =
                new Situation(Failures.of(current.watch.standings(), current.zones()), causes, current.pauses);
        Step step = incidents.step(current.incidents.all(), situation, now);
        try {
            turn.incidents(step);
            current.stepAt = step.nextChangeAt();
            return null;
        } catch (LedgerConflictException other) {
            current.refresh(setup, ledger, now);
            return other;
        }
    }

    private List<Cause> causes(CheckState current, Instant now) {
        List<Cause> all = new ArrayList<>();
        for (CheckedSource source : setup.sources()) {
            SourceMemory memory = current.memory(source.id());
            Causes found = Causes.of(source, current.watch, memory.brokenSince(), memory.blindSince(), now);
            memory.found(found.brokenSince());
            all.addAll(found.all());
        }
        return all;
    }

    private CheckOutcome outcome(CheckState current, Instant now) {
        List<SourceView> views = setup.sources().stream()
                .map(each -> SourceViews.of(each.id(), current.watch, current.memory(each.id())))
                .toList();
        return new CheckOutcome(
                now,
                current.watch.standings(),
                views,
                current.incidents.all().stream().filter(each -> each.open()).toList(),
                nextTurn(current, now));
    }

    private Instant nextTurn(CheckState current, Instant now) {
        Instant next = now.plus(LONGEST_REST);
        for (CheckedSource each : setup.sources()) {
            next = earlier(next, current.memory(each.id()).nextLook(each, now));
        }
        next = earlier(next, current.watch.nextChange());
        next = earlier(next, current.stepAt);
        Instant soonest = now.plusSeconds(1);
        return next.isBefore(soonest) ? soonest : next;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
