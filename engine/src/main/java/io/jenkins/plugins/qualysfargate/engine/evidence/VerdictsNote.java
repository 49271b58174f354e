package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of occurrences that were settled or changed at one time. */
public record VerdictsNote(List<Verdict> verdicts) {
    /** Below what a note takes, with room for what stands around the verdicts. */
    private static final int MOST_BYTES = 190_000;

    public VerdictsNote {
        verdicts = List.copyOf(verdicts);
    }

    /** As few notes as hold all of them. */
    public static List<JournalNote> notes(List<Verdict> verdicts, Instant at) {
        List<JournalNote> notes = new ArrayList<>();
        List<Verdict> some = new ArrayList<>();
        int bytes = 0;
        for (Verdict verdict : verdicts) {
            int more = RecordJson.write(verdict).getBytes(StandardCharsets.UTF_8).length + 1;
            if (!some.isEmpty() && bytes + more > MOST_BYTES) {
                notes.add(note(some, at));
                some.clear();
                bytes = 0;
            }
            some.add(verdict);
            bytes += more;
        }
        if (!some.isEmpty()) {
            notes.add(note(some, at));
        }
        return notes;
    }

    private static JournalNote note(List<Verdict> some, Instant at) {
        return new JournalNote(
                at, JournalNote.SYSTEM, Actions.VERDICTS, "occurrences", RecordJson.write(new VerdictsNote(some)));
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static VerdictsNote read(JournalNote note) {
        return RecordJson.read(note.document(), VerdictsNote.class);
    }
}
