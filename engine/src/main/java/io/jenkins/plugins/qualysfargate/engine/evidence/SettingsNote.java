package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;

/**
 * The check goes by another monitor file than before.
 *
 * @param file its name
 * @param sha256 of its bytes, in lower-case hex
 * @param monitors how many it has
 */
public record SettingsNote(String file, String sha256, int monitors) {
    public SettingsNote {
        requireNonNull(file, "file is missing");
        requireNonNull(sha256, "sha256 is missing");
    }

    public JournalNote note(String actor, Instant at) {
        return new JournalNote(at, actor, Actions.SETTINGS, file, RecordJson.write(this));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static SettingsNote read(JournalNote note) {
        return RecordJson.read(note.document(), SettingsNote.class);
    }
}
