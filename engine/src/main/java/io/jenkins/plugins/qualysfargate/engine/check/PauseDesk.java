package io.jenkins.plugins.qualysfargate.engine.check;

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
import java.util.Map;

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
        save(StoredPauses.entry(pause), "pause", pause.who(), pause.id(), RecordJson.write(pause));
        return checked;
    }

    /** @throws IllegalArgumentException if there is no such pause */
    public void end(String id, Pause.By by) {
        Entry entry = ledger.find(new EntryKey(EntryKind.PAUSE, id, ""))
                .filter(each -> each.state().equals(StoredPauses.OPEN))
                .orElseThrow(() -> new IllegalArgumentException("There is no pause '" + id + "' that could be ended"));
        Instant now = clock.instant();
        String document = RecordJson.write(Map.of("why", by.why()));
        save(entry.changed(StoredPauses.ENDED, now, entry.document()), "resume", by.who(), id, document);
    }

    private void save(Entry entry, String action, String who, String id, String document) {
        JournalNote note = new JournalNote(clock.instant(), who, action, id, document);
        try {
            ledger.commit(Commit.of(List.of(entry), List.of(note)));
        } catch (LedgerConflictException other) {
            throw new IllegalArgumentException("Pause '" + id + "' was changed by somebody else just now; look again", other);
        }
        changed.run();
    }
}
