package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;

/**
 * A mute or a maintenance window that somebody opened, or ended before its time.
 *
 * @param id of the pause
 * @param kind {@code MUTE} or {@code MAINTENANCE}
 * @param scope what it covers, in words
 * @param why in the words of who did it
 */
public record PauseNote(String id, String kind, String scope, Instant from, Instant until, String why) {
    public PauseNote {
        requireNonNull(id, "id is missing");
        requireNonNull(kind, "kind is missing");
        requireNonNull(scope, "scope is missing");
        requireNonNull(from, "from is missing");
        requireNonNull(until, "until is missing");
        requireNonNull(why, "why is missing");
    }

    /** Somebody opens it. */
    public JournalNote opened(String actor, Instant at) {
        return new JournalNote(at, actor, Actions.PAUSE, id, RecordJson.write(this));
    }

    /** Somebody ends it. */
    public JournalNote ended(String actor, Instant at) {
        return new JournalNote(at, actor, Actions.RESUME, id, RecordJson.write(this));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static PauseNote read(JournalNote note) {
        return RecordJson.read(note.document(), PauseNote.class);
    }
}
