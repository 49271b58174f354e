package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.evidence.ForgetNote;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Approves that subjects are owed no more. */
public final class TrackDesk {
    private final Ledger ledger;
    private final Clock clock;
    private final Runnable changed;

    /** @param changed is called after each change */
    public TrackDesk(Ledger ledger, Clock clock, Runnable changed) {
        this.ledger = ledger;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Owes it no more, on record with who said so and why; if its source still names it, it is owed again from now on.
     *
     * @throws IllegalArgumentException if there is no such track
     */
    public void forget(TrackKey track, Pause.By by) {
        EntryKey key = new EntryKey(EntryKind.TRACK, OccurrenceEntries.id(track), "");
        Entry entry = ledger.find(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("The monitor '" + track.monitorId() + "' has no subject '"
                                + track.subjectId() + "' to forget; list its subjects to see their ids"));
        Instant now = clock.instant();
        JournalNote note = new ForgetNote(track.monitorId(), track.subjectId(), by.why()).note(by.who(), now);
        try {
            ledger.commit(Commit.of(List.of(entry.until(now)), List.of(note)));
        } catch (LedgerConflictException other) {
            throw new IllegalArgumentException(
                    entry.key().id() + " was changed just now; look at it and try again", other);
        }
        changed.run();
    }
}
