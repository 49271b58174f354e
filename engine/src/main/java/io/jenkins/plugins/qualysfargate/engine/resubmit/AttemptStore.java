package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.OccurrenceEntries;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts in a ledger: each for itself, and those under way on the board of their source, saved together. */
final class AttemptStore {
    private static final String BOARD = "board";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final Duration LIMITS_LOOK_BACK = Duration.ofDays(8);
    private static final int MOST = 1_000;

    private final Ledger ledger;

    AttemptStore(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Attempts(List<MakeUpAttempt> attempts) {}

    Board board(String sourceId) {
        return ledger.find(boardKey(sourceId))
                .map(entry -> new Board(
                        sourceId,
                        entry.version(),
                        RecordJson.read(entry.document(), Attempts.class).attempts()))
                .orElseGet(() -> new Board(sourceId, 0, List.of()));
    }

    /** Those that count for the limits, the earliest first. */
    List<MakeUpAttempt> ofSubject(String sourceId, String subjectId, @Nullable Instant dueAt, Instant now) {
        Instant from = now.minus(LIMITS_LOOK_BACK);
        Instant first = dueAt != null && dueAt.isBefore(from) ? dueAt : from;
        return ledger.ofId(EntryKind.RESUBMISSION, id(sourceId, subjectId), sort(first), MOST).stream()
                .map(AttemptStore::read)
                .toList();
    }

    /** All that were asked for since then, the latest first. */
    List<MakeUpAttempt> since(Instant from, Instant now) {
        List<MakeUpAttempt> all = new ArrayList<>();
        for (AttemptState state : AttemptState.values()) {
            ledger.inState(EntryKind.RESUBMISSION, state.name(), from, now.plus(Duration.ofDays(1)), MOST)
                    .forEach(each -> all.add(read(each)));
        }
        all.sort(Comparator.comparing(MakeUpAttempt::askedAt).reversed());
        return List.copyOf(all);
    }

    /**
     * Saves an attempt with its board and what is to be on record.
     *
     * @throws LedgerConflictException if somebody else has changed the board since it was read; nothing is saved then
     */
    Board save(Board board, MakeUpAttempt attempt, List<JournalNote> notes) throws LedgerConflictException {
        Board next = board.with(attempt);
        Entry onBoard = new Entry(
                boardKey(board.sourceId()),
                board.version(),
                "BOARD",
                attempt.launchedAt(),
                RecordJson.write(new Attempts(next.attempts())),
                null);
        // A new one must not be written over another.
        Entry own = board.find(attempt).isPresent() ? entry(attempt) : created(attempt);
        ledger.commit(Commit.of(List.of(onBoard, own), notes));
        return next.saved();
    }

    /** Puts on record what changes no attempt. */
    void note(JournalNote note) {
        try {
            ledger.commit(Commit.of(List.of(), List.of(note)));
        } catch (LedgerConflictException impossible) {
            throw new IllegalStateException("A note alone conflicted with something", impossible);
        }
    }

    private Entry entry(MakeUpAttempt attempt) {
        Entry fresh = created(attempt);
        return ledger.find(fresh.key())
                .map(before -> before.changed(fresh.state(), fresh.at(), fresh.document()))
                .orElse(fresh);
    }

    private static Entry created(MakeUpAttempt attempt) {
        EntryKey key = new EntryKey(
                EntryKind.RESUBMISSION, id(attempt.sourceId(), attempt.subjectId()), sort(attempt.askedAt()));
        return new Entry(
                key,
                0,
                attempt.state().name(),
                attempt.askedAt(),
                RecordJson.write(attempt),
                attempt.askedAt().plus(KEPT));
    }

    private static MakeUpAttempt read(Entry entry) {
        return RecordJson.read(entry.document(), MakeUpAttempt.class);
    }

    private static EntryKey boardKey(String sourceId) {
        return new EntryKey(EntryKind.RESUBMISSION, BOARD, sourceId);
    }

    /** Holds a slash, so it is never the board's. */
    private static String id(String sourceId, String subjectId) {
        return OccurrenceEntries.id(new TrackKey(sourceId, subjectId));
    }

    // Whole seconds are equally long in ISO 8601, and so in the order of time.
    private static String sort(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
