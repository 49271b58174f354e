package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Documents, notes and messages for tests. */
public final class Documents {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Documents() {}

    public static EntryKey key(String name) {
        return new EntryKey(EntryKind.SETTING, name, "");
    }

    /** A new document. */
    public static Entry entry(EntryKey key) {
        return new Entry(key, 0, "OPEN", NOON, "{\"of\":\"" + key.kind() + "\"}", null);
    }

    public static Entry occurrence(String monitor, Instant due) {
        EntryKey key = new EntryKey(EntryKind.OCCURRENCE, monitor, due + "#hash");
        return new Entry(key, 0, "OPEN", due, "{\"name\":\"" + monitor + "\",\"state\":\"OK\"}", null);
    }

    public static Commit commit(Entry... together) {
        return Commit.of(List.of(together), List.of());
    }

    public static JournalNote note(String about) {
        return new JournalNote(NOON, JournalNote.SYSTEM, "test", about, "{}");
    }

    public static OutboxMessage message(String id) {
        return new OutboxMessage(id, "pager", "subject", "{}", Map.of("severity", "high"), NOON);
    }
}
