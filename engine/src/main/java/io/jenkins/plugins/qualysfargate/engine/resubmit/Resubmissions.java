package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.PauseDesk;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs that are started to make up for failed ones, as front ends use them. Nothing is started that a guard refuses, and nothing
 * twice, also if the process ends at any moment; one thing at a time, from any thread.
 */
public final class Resubmissions {
    private static final Duration LISTED = Duration.ofDays(30);

    private final ResubmissionSetup setup;
    private final StandingLookup standings;
    private final AttemptStore store;
    private final ResubmitScan resubmit;
    private final FollowAttempts follow;
    private final Turns turns;
    private final Clock clock;

    /**
     * @param ledger where attempts are kept and all is on record
     * @param standings as of the last turn of the check
     * @param alarm hears of attempts that end ill
     */
    public Resubmissions(
            ResubmissionSetup setup, Ledger ledger, StandingLookup standings, MakeUpAlarm alarm, Clock clock) {
        this.setup = setup;
        this.standings = standings;
        this.clock = clock;
        this.store = new AttemptStore(ledger);
        this.turns = new Turns(setup.controllers(), clock);
        CaseMaker cases = new CaseMaker(setup, store, new PauseDesk(ledger, clock, () -> {}));
        this.resubmit = new ResubmitScan(setup, store, cases, turns, clock);
        this.follow = new FollowAttempts(setup, new FollowAttempts.Ledgered(store, cases), standings, alarm, clock);
    }

    /**
     * What would be decided now, for a page that shows it; it is not put on record.
     *
     * @throws IllegalArgumentException if there is no such subject
     */
    public synchronized ResubmissionDecision plan(TrackKey track) {
        return resubmit.plan(standing(track));
    }

    /**
     * Decides, puts the decision on record, and starts nothing.
     *
     * @throws IllegalArgumentException if there is no such subject, or nobody asks
     */
    public synchronized ResubmissionOutcome dryRun(TrackKey track, Pause.By by) {
        return resubmit.ask(new ResubmitScan.Request(standing(track), checked(by), false, true));
    }

    /**
     * Decides, puts the decision on record, and starts it if nothing is in the way and the settings want more than words.
     *
     * @param approve true if who asks also agrees to what a person has to agree to
     * @throws IllegalArgumentException if there is no such subject, or nobody asks
     */
    public synchronized ResubmissionOutcome request(TrackKey track, Pause.By by, boolean approve) {
        return resubmit.ask(new ResubmitScan.Request(standing(track), checked(by), approve, false));
    }

    /** Follows what was started; to be called every few minutes, and after every new start. */
    public synchronized ResubmissionTurn turn(Instant now) {
        List<MakeUpAttempt> changed = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        setup.runs().forEach((source, runs) -> {
            if (store.board(source).attempts().isEmpty()) {
                return;
            }
            try {
                turns.take(source).ifPresent(turn -> {
                    try {
                        follow.follow(turn, runs, now, changed, problems);
                    } finally {
                        turns.giveBack(turn);
                    }
                });
            } catch (LeasesUnavailableException unknown) {
                problems.add("Make-up runs of " + source + " were not followed: " + unknown.getMessage());
            }
        });
        return new ResubmissionTurn(changed, problems);
    }

    /** Attempts of the last thirty days, the latest first. */
    public List<MakeUpAttempt> list() {
        Instant now = clock.instant();
        return store.since(now.minus(LISTED), now);
    }

    private Standing standing(TrackKey track) {
        return standings
                .find(track)
                .orElseThrow(
                        () -> new IllegalArgumentException("The monitor '" + track.monitorId() + "' has no subject '"
                                + track.subjectId() + "' to start again; list its subjects to see their ids"));
    }

    private static Pause.By checked(Pause.By by) {
        if (by.who().isBlank()) {
            throw new IllegalArgumentException("Nobody asks: say who wants it to be started again");
        }
        return by;
    }
}
