package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
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
import java.util.List;
import java.util.Map;

/** A login budget that outlives new starts, because a new start must not lock an account either. */
public final class LedgerLoginBudget implements LoginBudget {
    private final Ledger ledger;
    private final String sourceId;
    private final Clock clock;

    public LedgerLoginBudget(Ledger ledger, String sourceId, Clock clock) {
        this.ledger = ledger;
        this.sourceId = sourceId;
        this.clock = clock;
    }

    /** @param refusals in a row */
    private record Refusals(int refusals, String why) {}

    @Override
    public synchronized boolean spent() {
        return stored().refusals() >= MOST_REFUSALS;
    }

    @Override
    public synchronized void refused(String why) {
        save(new Refusals(stored().refusals() + 1, why), JournalNote.SYSTEM, "login-refused");
    }

    @Override
    public synchronized void accepted() {
        if (stored().refusals() > 0) {
            save(new Refusals(0, ""), JournalNote.SYSTEM, "login-accepted");
        }
    }

    /** Logins are tried again, because somebody says that what was wrong is mended. */
    public synchronized void allow(Pause.By by) {
        save(new Refusals(0, by.why()), by.who(), "login-allowed");
    }

    private Refusals stored() {
        return ledger.find(key())
                .map(entry -> RecordJson.read(entry.document(), Refusals.class))
                .orElse(new Refusals(0, ""));
    }

    private void save(Refusals refusals, String who, String action) {
        Entry entry = new Entry(key(), 0, "LOGIN", clock.instant(), RecordJson.write(refusals), null);
        JournalNote note = new JournalNote(
                clock.instant(), who, action, sourceId, RecordJson.write(Map.of("why", refusals.why())));
        try {
            ledger.commit(new Commit(List.of(entry), List.of(), List.of(), List.of(note)));
        } catch (LedgerConflictException impossible) {
            throw new IllegalStateException("Nothing was saved together that could conflict", impossible);
        }
    }

    private EntryKey key() {
        return new EntryKey(EntryKind.SETTING, "login/" + sourceId, "");
    }
}
