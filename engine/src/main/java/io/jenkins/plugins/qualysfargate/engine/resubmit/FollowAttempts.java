package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the attempts of one source until each is over: finds runs whose launch got no answer, and sees whether they scan. */
final class FollowAttempts {
    /** What is saved only to remember a time may lag by so much. */
    private static final Duration COARSE = Duration.ofMinutes(5);

    private static final int MOST_LAUNCHES = 2;

    private final ResubmissionSetup setup;
    private final AttemptStore store;
    private final CaseMaker cases;
    private final StandingLookup standings;
    private final MakeUpAlarm alarm;
    private final Clock clock;

    FollowAttempts(
            ResubmissionSetup setup, Ledgered ledgered, StandingLookup standings, MakeUpAlarm alarm, Clock clock) {
        this.setup = setup;
        this.store = ledgered.store();
        this.cases = ledgered.cases();
        this.standings = standings;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** What is kept, and what is made of it. */
    record Ledgered(AttemptStore store, CaseMaker cases) {}

    /** One step for each attempt; what somebody else changes meanwhile is left to the next turn. */
    void follow(Turns.Turn turn, MakeUpRuns runs, Instant now, List<MakeUpAttempt> changed, List<String> problems) {
        for (MakeUpAttempt each : store.board(turn.sourceId()).attempts()) {
            try {
                MakeUpAttempt next = step(each, turn, runs, now);
                if (!next.equals(each)) {
                    changed.add(next);
                }
            } catch (BlindException noAnswer) {
                problems.add("The make-up run of '" + each.subjectName() + "' could not be followed: "
                        + noAnswer.situation() + " " + noAnswer.howToFix());
            } catch (LedgerConflictException other) {
                problems.add("The make-up run of '" + each.subjectName() + "' was followed by somebody else: "
                        + other.getMessage());
            }
        }
    }

    private MakeUpAttempt step(MakeUpAttempt attempt, Turns.Turn turn, MakeUpRuns runs, Instant now)
            throws BlindException, LedgerConflictException {
        return switch (attempt.state()) {
            case INTENT -> find(attempt, turn, runs, now);
            case LAUNCHED, SCANNING -> verify(attempt, runs, now);
            case FINISHED, NOT_LAUNCHED, LOST, NEVER_STARTED -> tell(attempt, now);
        };
    }

    private MakeUpAttempt find(MakeUpAttempt attempt, Turns.Turn turn, MakeUpRuns runs, Instant now)
            throws BlindException, LedgerConflictException {
        Instant from = attempt.askedAt().minus(setup.rules().skew());
        // What was created later was started by somebody else.
        Instant to = attempt.launchedAt()
                .plus(setup.rules().settle())
                .plus(setup.rules().skew());
        Optional<MakeUpRuns.StartedRun> run = runs.startedSince(attempt.subjectId(), from).stream()
                .filter(each -> !each.createdAt().isBefore(from)
                        && each.createdAt().isBefore(to)
                        && !attempt.knownRuns().contains(each.runId()))
                .min(Comparator.comparing(MakeUpRuns.StartedRun::createdAt));
        if (run.isPresent()) {
            String id = run.get().runId();
            return save(
                    attempt,
                    attempt.found(id, "Its launch got no answer, and its run " + id + " was found.")
                            .waitingFrom(now),
                    "ADOPTED",
                    now);
        }
        if (now.isBefore(attempt.launchedAt().plus(setup.rules().settle()))) {
            return attempt;
        }
        if (attempt.launches() < MOST_LAUNCHES) {
            return again(attempt, turn, now);
        }
        return ended(
                attempt,
                attempt.now(
                                AttemptState.LOST,
                                "It was launched " + attempt.launches()
                                        + " times without an answer, and no run is there.")
                        .advising(EscalationSteps.lost(attempt)),
                now);
    }

    /** Once more, if everything still agrees. */
    private MakeUpAttempt again(MakeUpAttempt attempt, Turns.Turn turn, Instant now) throws LedgerConflictException {
        Standing standing = standings.find(attempt.track()).orElse(null);
        Board board = boardWith(attempt);
        String obstacle;
        if (standing == null) {
            obstacle = "its monitor does not have it any more.";
        } else if (setup.settings().dryRun()) {
            obstacle = "by now the settings want launches only said.";
        } else {
            Pause.By approval = attempt.approved() ? attempt.by() : null;
            ResubmissionCase it = cases.of(standing, board, attempt, approval, now);
            if (it.picture() == null) {
                return attempt;
            }
            ResubmissionDecision decision = ResubmissionPolicy.decide(it);
            obstacle = decision.answer() == ResubmissionDecision.Answer.MAY_START ? "" : decision.words();
        }
        if (obstacle.isEmpty()) {
            MakeUpAttempt intent = attempt.again(now, attempt.knownRuns())
                    .now(AttemptState.INTENT, "No run is there, so it is launched once more.");
            return new LaunchAttempt(setup, store, clock).launch(board, intent, turn, "LAUNCHING_AGAIN");
        }
        return ended(
                attempt,
                attempt.now(AttemptState.NOT_LAUNCHED, "No run is there, and it is not launched once more: " + obstacle)
                        .advising(EscalationSteps.lost(attempt)),
                now);
    }

    private MakeUpAttempt verify(MakeUpAttempt attempt, MakeUpRuns runs, Instant now)
            throws BlindException, LedgerConflictException {
        String runId = attempt.runId() == null ? "" : attempt.runId();
        RunLook look = runs.run(runId).orElse(null);
        boolean queued = look != null && look.state() == RunState.QUEUED;
        boolean busy = queued && runs.active().stream().anyMatch(each -> inTheWay(each, attempt));
        StartVerdict verdict = VerifyStart.judge(attempt, look, busy, setup.rules(), now);
        return switch (verdict.kind()) {
            case WAITING -> attempt;
            case QUEUED_BEHIND_OTHERS ->
                attempt.waitingSince().plus(COARSE).isAfter(now)
                        ? attempt
                        : save(attempt, attempt.found(runId, verdict.words()).waitingFrom(now), null, now);
            case SCANNING ->
                attempt.state() == AttemptState.SCANNING
                        ? attempt
                        : save(attempt, attempt.now(AttemptState.SCANNING, verdict.words()), "SCANNING", now);
            case FINISHED -> save(attempt, attempt.now(AttemptState.FINISHED, verdict.words()), "FINISHED", now);
            case NEVER_STARTED -> {
                MakeUpAttempt over = attempt.now(AttemptState.NEVER_STARTED, verdict.words());
                yield ended(attempt, escalated(over, runs, now), now);
            }
        };
    }

    /** Two that both wait do not wait for each other. */
    private static boolean inTheWay(ActiveRun run, MakeUpAttempt attempt) {
        boolean runs = run.state() != RunState.QUEUED && run.state() != RunState.PAUSED;
        boolean sameZone =
                run.zoneId() == null || attempt.zoneId() == null || run.zoneId().equals(attempt.zoneId());
        return runs && sameZone && !run.runId().equals(attempt.runId());
    }

    private MakeUpAttempt escalated(MakeUpAttempt attempt, MakeUpRuns runs, Instant now) {
        List<Component> components;
        try {
            components = runs.picture(
                            attempt.subjectId(), now.minus(setup.rules().skew()), now)
                    .components();
        } catch (BlindException noAnswer) {
            components = List.of();
        }
        return attempt.advising(EscalationSteps.of(
                attempt, standings.find(attempt.track()).orElse(null), setup.zonesOf(attempt.sourceId()), components));
    }

    /** Saved before anybody is told, so that whoever is told finds it on record. */
    private MakeUpAttempt ended(MakeUpAttempt before, MakeUpAttempt over, Instant now) throws LedgerConflictException {
        return tell(save(before, over, over.state().name(), now), now);
    }

    private MakeUpAttempt tell(MakeUpAttempt attempt, Instant now) throws LedgerConflictException {
        if (attempt.told() || !alarm.raise(attempt)) {
            return attempt;
        }
        return save(attempt, attempt.heard(), null, now);
    }

    private MakeUpAttempt save(MakeUpAttempt before, MakeUpAttempt next, @Nullable String outcome, Instant now)
            throws LedgerConflictException {
        List<JournalNote> notes =
                outcome == null ? List.of() : List.of(AttemptNotes.of(next, outcome, JournalNote.SYSTEM, now));
        store.save(boardWith(before), next, notes);
        return next;
    }

    /** The board as it is now, with the attempt as it was when it was looked at. */
    private Board boardWith(MakeUpAttempt attempt) throws LedgerConflictException {
        Board board = store.board(attempt.sourceId());
        if (!board.find(attempt).equals(Optional.of(attempt))) {
            throw new LedgerConflictException("It is no longer what it was when it was looked at.");
        }
        return board;
    }
}
