package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with an incident, or what became of it: for example an acknowledgement. The note is about the incident's id.
 *
 * @param incident its key, for people
 * @param state of the incident afterwards
 * @param failing names of what fails in it, some of them if there are many
 * @param members {@code monitor/subject} of what fails in it, some of them if there are many; empty in old notes
 * @param failingCount how many there are
 * @param why in the words of who did it; null if nobody said
 * @param until when it ends; null if it does not end by itself
 */
public record IncidentNote(
        String incident,
        String state,
        List<String> failing,
        List<String> members,
        long failingCount,
        @Nullable String why,
        @Nullable Instant until) {
    public IncidentNote {
        requireNonNull(incident, "incident is missing");
        requireNonNull(state, "state is missing");
        failing = List.copyOf(failing);
        members = orNone(members);
    }

    // Jackson gives null for what is missing.
    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** @throws IllegalArgumentException if the note's document is another one */
    public static IncidentNote read(JournalNote note) {
        return RecordJson.read(note.document(), IncidentNote.class);
    }
}
