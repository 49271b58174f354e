package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sends the launch of a saved attempt, once, and saves what came of it. */
final class LaunchAttempt {
    private static final int TRIES = 5;

    private final ResubmissionSetup setup;
    private final AttemptStore store;
    private final Clock clock;

    LaunchAttempt(ResubmissionSetup setup, AttemptStore store, Clock clock) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Saves the intent, and only then launches. A process that ends in between leaves an intent, for which the next turn looks
     * for a run.
     *
     * @param outcome word for the record of the intent
     * @return the attempt as it is then
     * @throws LedgerConflictException if somebody else has started something meanwhile; nothing was launched then
     */
    MakeUpAttempt launch(Board board, MakeUpAttempt intent, Turns.Turn turn, String outcome)
            throws LedgerConflictException {
        String actor = intent.by().who();
        Board saved = store.save(board, intent, List.of(AttemptNotes.of(intent, outcome, actor, intent.launchedAt())));
        Instant now = clock.instant();
        boolean late = now.isAfter(intent.launchedAt().plus(setup.rules().launchWithin()));
        MakeUpRuns runs = setup.runs().get(intent.sourceId());
        if (late || runs == null || !turn.holds(now)) {
            // Others may count it as not done from now on.
            return intent;
        }
        StartOutcome started = runs.start(intent.subjectId());
        return keep(saved, intent, after(intent, started), word(started));
    }

    private static MakeUpAttempt after(MakeUpAttempt intent, StartOutcome outcome) {
        return outcome.fold(
                accepted -> intent.found(accepted.runId(), "Run " + accepted.runId() + " was accepted."),
                not -> {
                    MakeUpAttempt over = intent.now(
                            AttemptState.NOT_LAUNCHED, "It was not launched: " + not.reason() + " " + not.howToFix());
                    // Of the first launch who asked for it hears at once.
                    return intent.launches() == 1 ? over.heard() : over;
                },
                unclear -> intent.now(AttemptState.INTENT, "It may have been launched: " + unclear.reason()));
    }

    private static String word(StartOutcome outcome) {
        return outcome.fold(
                accepted -> Did.LAUNCHED.name(), not -> Did.NOT_LAUNCHED.name(), unclear -> Did.UNCLEAR.name());
    }

    private MakeUpAttempt keep(Board saved, MakeUpAttempt intent, MakeUpAttempt next, String word) {
        Board board = saved;
        JournalNote note = AttemptNotes.of(next, word, next.by().who(), clock.instant());
        for (int i = 0; i < TRIES; i++) {
            MakeUpAttempt stored = board.find(intent).orElse(next);
            if (!stored.equals(intent)) {
                // Another process has found the run already.
                return stored;
            }
            try {
                store.save(board, next, List.of(note));
                return next;
            } catch (LedgerConflictException ofAnother) {
                board = store.board(intent.sourceId());
            }
        }
        // The next turn finds the run by the intent.
        return intent;
    }
}
