package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The pauses that people opened and that have not ended. */
final class StoredPauses {
    static final String OPEN = "OPEN";
    static final String ENDED = "ENDED";

    private static final int MOST = 1_000;

    private StoredPauses() {}

    static List<Pause> load(Ledger ledger, Instant now) {
        return stored(ledger, now).stream().map(StoredPause::pause).toList();
    }

    static List<StoredPause> stored(Ledger ledger, Instant now) {
        List<StoredPause> pauses = new ArrayList<>();
        for (Entry entry : ledger.inState(EntryKind.PAUSE, OPEN, now, Instant.parse("9999-01-01T00:00:00Z"), MOST)) {
            pauses.add(RecordJson.read(entry.document(), StoredPause.class));
        }
        return pauses;
    }

    /** Found by its end, so that those that have ended are not read. */
    static Entry entry(StoredPause pause) {
        return new Entry(
                new EntryKey(EntryKind.PAUSE, pause.id(), ""), 0, OPEN, pause.until(), RecordJson.write(pause), null);
    }
}
