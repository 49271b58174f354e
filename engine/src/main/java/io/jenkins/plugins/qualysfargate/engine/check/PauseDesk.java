package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.evidence.PauseNote;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
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

/** Opens and ends mutes and maintenance windows; both keep recording. */
public final class PauseDesk {
    private final Ledger ledger;
    private final Clock clock;
    private final Runnable changed;

    /** @param changed is called after each change */
    public PauseDesk(Ledger ledger, Clock clock, Runnable changed) {
        this.ledger = ledger;
        this.clock = clock;
        this.changed = changed;
    }

    /** Those that people opened and that have not ended. */
    public List<Pause> list() {
        return StoredPauses.load(ledger, clock.instant());
    }

    /** The same as they are kept. */
    public List<StoredPause> stored() {
        return StoredPauses.stored(ledger, clock.instant());
    }

    /**
     * Opens one.
     *
     * @throws IllegalArgumentException if it cannot be, or there is one of this id
     */
    public Pause open(StoredPause pause) {
        Pause checked = pause.pause();
        if (!pause.until().isAfter(clock.instant())) {
            throw new IllegalArgumentException("Pause '" + pause.id() + "' ends " + pause.until() + ", which is over");
        }
        save(StoredPauses.entry(pause), note(pause, pause.why()).opened(pause.who(), clock.instant()));
        return checked;
    }

    /** @throws IllegalArgumentException if there is no such pause */
    public void end(String id, Pause.By by) {
        Entry entry = ledger.find(new EntryKey(EntryKind.PAUSE, id, ""))
                .filter(each -> each.state().equals(StoredPauses.OPEN))
                .orElseThrow(() -> new IllegalArgumentException("There is no pause '" + id + "' that could be ended"));
        Instant now = clock.instant();
        StoredPause pause = RecordJson.read(entry.document(), StoredPause.class);
        save(
                entry.changed(StoredPauses.ENDED, now, entry.document()),
                note(pause, by.why()).ended(by.who(), now));
    }

    private static PauseNote note(StoredPause pause, String why) {
        return new PauseNote(pause.id(), pause.kind(), pause.words(), pause.from(), pause.until(), why);
    }

    private void save(Entry entry, JournalNote note) {
        try {
            ledger.commit(Commit.of(List.of(entry), List.of(note)));
        } catch (LedgerConflictException other) {
            throw new IllegalArgumentException(
                    "Pause '" + entry.key().id() + "' was changed by somebody else just now; look again", other);
        }
        changed.run();
    }
}
