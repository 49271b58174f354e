package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use case: decides whether a failed scan is started again, starts it, and puts the decision on record with who asked. */
final class ResubmitScan {
    private static final int TRIES = 3;
    private static final Duration KNOWN = Duration.ofHours(2);

    private final ResubmissionSetup setup;
    private final AttemptStore store;
    private final CaseMaker cases;
    private final Turns turns;
    private final Clock clock;

    ResubmitScan(ResubmissionSetup setup, AttemptStore store, CaseMaker cases, Turns turns, Clock clock) {
        this.setup = setup;
        this.store = store;
        this.cases = cases;
        this.turns = turns;
        this.clock = clock;
    }

    /** What is asked for. */
    record Request(Standing standing, Pause.By by, boolean approve, boolean dryRun) {
        @Nullable
        By approval() {
            return approve ? by : null;
        }
    }

    /** What would be decided now; nothing is saved or started. */
    ResubmissionDecision plan(Standing standing) {
        Board board = store.board(standing.monitor().source());
        return ResubmissionPolicy.decide(cases.of(standing, board, null, null, clock.instant()));
    }

    ResubmissionOutcome ask(Request request) {
        String source = request.standing().monitor().source();
        Optional<Turns.Turn> turn;
        try {
            turn = turns.take(source);
        } catch (LeasesUnavailableException unknown) {
            return busy(
                    request,
                    "Nobody can tell whether another controller starts something there: " + unknown.getMessage());
        }
        if (turn.isEmpty()) {
            return busy(
                    request, "Another controller is deciding on runs of " + source + ": ask again in a few minutes.");
        }
        try {
            return decide(request, turn.get());
        } finally {
            turns.giveBack(turn.get());
        }
    }

    private ResubmissionOutcome busy(Request request, String reason) {
        Board board = store.board(request.standing().monitor().source());
        ResubmissionCase it = cases.of(request.standing(), board, null, request.approval(), clock.instant());
        return decided(
                request, it, ResubmissionPolicy.decide(it).refusedBecause(Guard.WITHIN_LIMITS, reason), Did.REFUSED);
    }

    private ResubmissionOutcome decide(Request request, Turns.Turn turn) {
        String conflict = "";
        for (int i = 0; i < TRIES; i++) {
            Board board = store.board(turn.sourceId());
            Instant now = clock.instant();
            ResubmissionCase it = cases.of(request.standing(), board, null, request.approval(), now);
            ResubmissionDecision decision = ResubmissionPolicy.decide(it);
            Did refused =
                    switch (decision.answer()) {
                        case REFUSED -> Did.REFUSED;
                        case NEEDS_APPROVAL -> Did.NEEDS_APPROVAL;
                        case MAY_START -> setup.settings().dryRun() || request.dryRun() ? Did.DRY_RUN : null;
                    };
            if (refused != null) {
                return decided(request, it, decision, refused);
            }
            try {
                MakeUpAttempt attempt = new LaunchAttempt(setup, store, clock)
                        .launch(board, attempt(request, it, decision), turn, "LAUNCHING");
                return launched(it, decision, attempt);
            } catch (LedgerConflictException other) {
                // Somebody else has started something, or a run was followed: it is decided anew.
                conflict = other.getMessage();
            }
        }
        return busy(request, "Something changed " + TRIES + " times while it was decided, so ask again. " + conflict);
    }

    private ResubmissionOutcome decided(Request request, ResubmissionCase it, ResubmissionDecision decision, Did did) {
        store.note(AttemptNotes.decided(it, did, decision, request.by()));
        return new ResubmissionOutcome(
                it.standing().key(), it.standing().subjectName(), decision, did, null, decision.words());
    }

    private static ResubmissionOutcome launched(
            ResubmissionCase it, ResubmissionDecision decision, MakeUpAttempt attempt) {
        Did did =
                switch (attempt.state()) {
                    case INTENT, LOST -> Did.UNCLEAR;
                    case LAUNCHED, SCANNING, FINISHED, NEVER_STARTED -> Did.LAUNCHED;
                    case NOT_LAUNCHED -> Did.NOT_LAUNCHED;
                };
        return new ResubmissionOutcome(
                it.standing().key(), it.standing().subjectName(), decision, did, attempt, attempt.words());
    }

    private MakeUpAttempt attempt(Request request, ResubmissionCase it, ResubmissionDecision decision) {
        Standing standing = it.standing();
        Occurrence trouble = it.trouble();
        if (trouble == null || it.picture() == null) {
            throw new IllegalStateException("Guard G2 lets nothing pass that is in no trouble: " + standing.key());
        }
        Instant due = trouble.key().dueAt();
        // Whole seconds, as they stand in the key of the attempt.
        Instant now = it.now().truncatedTo(ChronoUnit.SECONDS);
        long before =
                it.earlier().stream().filter(each -> each.dueAt().equals(due)).count();
        String agreed =
                request.approve() ? "; approved, because: " + request.by().why() : "";
        return new MakeUpAttempt(
                standing.monitor().source(),
                standing.monitor().id(),
                standing.subjectId(),
                standing.subjectName(),
                it.zoneId(),
                it.zoneName(),
                due,
                (int) before + 1,
                AttemptState.INTENT,
                now,
                request.by(),
                request.approve(),
                1,
                now,
                known(it.picture().past(), now),
                null,
                now,
                "It is about to be launched for " + request.by().who() + " ("
                        + request.by().why() + ")" + agreed + ". " + decision.words(),
                List.of(),
                false);
    }

    private static List<String> known(List<Run> past, Instant now) {
        return past.stream()
                .filter(each -> each.createdAt().isAfter(now.minus(KNOWN)))
                .map(Run::id)
                .toList();
    }
}
