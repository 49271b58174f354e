package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;

/**
 * Somebody approves that something is owed no longer, for example because its definition was deleted.
 *
 * @param subjectId empty for all of the monitor
 * @param why in the words of who approved it
 */
public record ForgetNote(String monitorId, String subjectId, String why) {
    public ForgetNote {
        requireNonNull(monitorId, "monitorId is missing");
        requireNonNull(subjectId, "subjectId is missing");
        requireNonNull(why, "why is missing");
    }

    public JournalNote note(String actor, Instant at) {
        return new JournalNote(at, actor, Actions.FORGET, monitorId, RecordJson.write(this));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static ForgetNote read(JournalNote note) {
        return RecordJson.read(note.document(), ForgetNote.class);
    }
}
