package io.jenkins.plugins.qualysfargate.engine.evidence;

import static io.jenkins.plugins.qualysfargate.engine.evidence.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotesTest {

    static Stream<Arguments> notes() {
        PauseNote pause = new PauseNote("m1", "MUTE", "tag x", at(1, 0), at(2, 0), "why");
        ResubmissionNote resubmission = new ResubmissionNote("m", "s", at(1, 0), 2, "REFUSED", "zone busy", null);
        DeliveryNote delivery = new DeliveryNote("id", "pager", null, DeliveryNote.GIVEN_UP, 9, "");
        SettingsNote settings = new SettingsNote("f.yaml", "0".repeat(64), 7);
        ForgetNote forget = new ForgetNote("m", "", "decommissioned");
        return Stream.of(
                of(pause, pause.opened("jane", at(1, 0)), PauseNote::read, "pause"),
                of(pause, pause.ended("jane", at(1, 0)), PauseNote::read, "resume"),
                of(resubmission, resubmission.note("jane", at(1, 0)), ResubmissionNote::read, "resubmit"),
                of(delivery, delivery.note(at(1, 0)), DeliveryNote::read, "delivery"),
                of(settings, settings.note("jane", at(1, 0)), SettingsNote::read, "settings"),
                of(forget, forget.note("jane", at(1, 0)), ForgetNote::read, "forget"));
    }

    private static Arguments of(Object record, JournalNote note, Function<JournalNote, Object> reading, String action) {
        return Arguments.of(record, note, reading, action);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void shouldReadWhatWasPutOnRecord(
            Object record, JournalNote note, Function<JournalNote, Object> reading, String action) {
        assertThat(reading.apply(note)).isEqualTo(record);
        assertThat(note.action()).isEqualTo(action);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void shouldReadNoOtherDocument(
            Object record, JournalNote note, Function<JournalNote, Object> reading, String action) {
        JournalNote empty = new JournalNote(note.at(), note.actor(), action, note.about(), "{}");
        assertThatThrownBy(() -> reading.apply(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(record.getClass().getSimpleName());
    }

    @Test
    void shouldSplitVerdictsIntoNotesThatTheJournalTakes() {
        String reason = "字".repeat(400);
        List<Verdict> verdicts = IntStream.range(0, 500)
                .mapToObj(i -> Story.verdict("monitor-" + i, at(1, 0), "MISSED", "MISSED", reason))
                .toList();
        List<JournalNote> notes = VerdictsNote.notes(verdicts, at(2, 0));

        List<Verdict> read = new ArrayList<>();
        notes.forEach(note -> read.addAll(VerdictsNote.read(note).verdicts()));
        assertThat(read).isEqualTo(verdicts);
        assertThat(notes).hasSizeBetween(4, 6);
        assertThat(VerdictsNote.notes(List.of(), at(2, 0))).isEmpty();
    }
}
