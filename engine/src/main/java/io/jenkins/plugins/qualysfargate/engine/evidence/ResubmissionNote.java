package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an attempt to make up for a failed scan.
 *
 * @param dueAt of the occurrence that it makes up for
 * @param attempt counted from 1 for this occurrence
 * @param outcome one word, for example {@code REFUSED}, {@code DRY_RUN}, {@code LAUNCHED} or {@code SCANNING}
 * @param why reasons of the guards, or in the words of who approved it
 * @param runId that the source gave; null if it was not launched
 */
public record ResubmissionNote(
        String monitorId,
        String subjectId,
        Instant dueAt,
        int attempt,
        String outcome,
        String why,
        @Nullable String runId) {
    public ResubmissionNote {
        requireNonNull(monitorId, "monitorId is missing");
        requireNonNull(subjectId, "subjectId is missing");
        requireNonNull(dueAt, "dueAt is missing");
        requireNonNull(outcome, "outcome is missing");
        requireNonNull(why, "why is missing");
    }

    public JournalNote note(String actor, Instant at) {
        return new JournalNote(at, actor, Actions.RESUBMIT, monitorId, RecordJson.write(this));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static ResubmissionNote read(JournalNote note) {
        return RecordJson.read(note.document(), ResubmissionNote.class);
    }
}
