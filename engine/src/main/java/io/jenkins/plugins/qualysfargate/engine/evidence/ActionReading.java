package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry says was done, and what it concerns.
 *
 * @param incident its id; null if it concerns none
 * @param listsMembers true if it says what fails in the incident; else it concerns whatever failed in it before
 * @param failing {@code monitor/subject}, or names
 * @param dueAt of the one occurrence that it concerns; null if it concerns those that fail
 */
record ActionReading(
        ReportAction action,
        @Nullable String incident,
        boolean listsMembers,
        List<String> failing,
        @Nullable Instant dueAt) {

    /** @throws IllegalArgumentException if a note of an action that is known here cannot be read */
    static ActionReading of(JournalEntry entry) {
        JournalNote note = entry.note();
        return switch (note.action()) {
            case Actions.DELIVERY -> of(entry, DeliveryNote.read(note));
            case Actions.RESUBMIT -> of(entry, ResubmissionNote.read(note));
            case Actions.PAUSE, Actions.RESUME -> of(entry, PauseNote.read(note));
            case Actions.SETTINGS -> of(entry, SettingsNote.read(note));
            case Actions.FORGET -> of(entry, ForgetNote.read(note));
            case Actions.ACKNOWLEDGE, Actions.MUTE -> of(entry, IncidentNote.read(note));
            default -> other(entry);
        };
    }

    // What else happens to incidents, and whatever a later version puts on record.
    private static ActionReading other(JournalEntry entry) {
        try {
            return of(entry, IncidentNote.read(entry.note()));
        } catch (IllegalArgumentException ofSomethingElse) {
            return alone(action(entry, why(entry.note()), null, ""));
        }
    }

    /** What documents of many actions have. */
    private record Reason(@Nullable String why) {}

    private static String why(JournalNote note) {
        try {
            Reason reason = RecordJson.read(note.document(), Reason.class);
            return reason.why() == null ? "" : reason.why();
        } catch (IllegalArgumentException without) {
            return "";
        }
    }

    private static ReportAction action(JournalEntry entry, String why, @Nullable Instant until, String detail) {
        JournalNote note = entry.note();
        return new ReportAction(
                entry.sequence(), note.at(), note.actor(), note.action(), note.about(), why, until, detail);
    }

    private static ActionReading alone(ReportAction action) {
        return new ActionReading(action, null, true, List.of(), null);
    }

    private static ActionReading of(JournalEntry entry, IncidentNote note) {
        String why = note.why() == null ? "" : note.why();
        String detail =
                "incident " + note.incident() + " is " + note.state() + " with " + note.failingCount() + " failing";
        return new ActionReading(
                action(entry, why, note.until(), detail),
                entry.note().about(),
                true,
                note.members().isEmpty() ? note.failing() : note.members(),
                null);
    }

    private static ActionReading of(JournalEntry entry, DeliveryNote note) {
        String detail = note.channel() + ": " + note.outcome() + " after attempt " + note.attempts()
                + (note.receipt().isEmpty() ? "" : ", " + note.receipt());
        return new ActionReading(action(entry, "", null, detail), note.incident(), false, List.of(), null);
    }

    private static ActionReading of(JournalEntry entry, ResubmissionNote note) {
        String run = note.runId() == null ? "" : ", run " + note.runId();
        String detail = "attempt " + note.attempt() + " for what was due " + note.dueAt() + ": " + note.outcome() + run;
        return new ActionReading(
                action(entry, note.why(), null, detail),
                null,
                true,
                List.of(note.monitorId() + "/" + note.subjectId()),
                note.dueAt());
    }

    private static ActionReading of(JournalEntry entry, PauseNote note) {
        return alone(
                action(entry, note.why(), note.until(), note.kind() + " from " + note.from() + " of " + note.scope()));
    }

    private static ActionReading of(JournalEntry entry, SettingsNote note) {
        return alone(action(entry, "", null, note.monitors() + " monitors in a file with SHA-256 " + note.sha256()));
    }

    private static ActionReading of(JournalEntry entry, ForgetNote note) {
        String what = note.subjectId().isEmpty() ? note.monitorId() : note.monitorId() + "/" + note.subjectId();
        return alone(action(entry, note.why(), null, what + " is owed no longer"));
    }
}
