package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.evidence.SettingsNote;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts on record when it is checked by another file than before: a scan can be lost by no longer being wanted. */
public final class SettingsRecord {
    private static final EntryKey KEY = new EntryKey(EntryKind.SETTING, "file", "");

    private final Ledger ledger;
    private final Clock clock;

    public SettingsRecord(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public void record(String file, String text, int monitors, String who) {
        SettingsNote note = new SettingsNote(file, sha256(text), monitors);
        Optional<Entry> before = ledger.find(KEY);
        String document = RecordJson.write(note);
        if (before.isPresent() && before.get().document().equals(document)) {
            return;
        }
        Entry entry = before.map(each -> each.changed("FILE", clock.instant(), document))
                .orElseGet(() -> new Entry(KEY, 0, "FILE", clock.instant(), document, null));
        try {
            ledger.commit(Commit.of(List.of(entry), List.of(note.note(who, clock.instant()))));
        } catch (LedgerConflictException other) {
            // Another process has recorded one just now; whoever starts next compares again.
            return;
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(BoundedText.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
