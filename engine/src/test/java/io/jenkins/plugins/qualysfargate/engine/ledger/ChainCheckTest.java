package io.jenkins.plugins.qualysfargate.engine.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {
    private static final List<JournalEntry> JOURNAL = JournalChain.append(
            JournalHead.EMPTY,
            IntStream.rangeClosed(1, 5).mapToObj(i -> Documents.note("n" + i)).toList());

    private static final JournalHead HEAD = JOURNAL.get(4).head();

    private static ChainVerdict check(JournalHead before, List<JournalEntry> entries, JournalHead known) {
        ChainCheck check = new ChainCheck(before, List.of(known));
        entries.forEach(check::add);
        return check.ended();
    }

    private static ChainVerdict check(List<JournalEntry> entries) {
        return check(JournalHead.EMPTY, entries, HEAD);
    }

    private static void assertBroken(ChainVerdict verdict, long sequence, String reason) {
        assertThat(verdict).isInstanceOfSatisfying(ChainVerdict.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.reason()).contains(reason);
        });
    }

    // Computed with sha256sum over: 24:qualys-fargate-journal-1,1:1,64:000…,30:2026-03-01T12:00:00.000000000Z,4:jane,…
    @Test
    void shouldHashTheFormThatIsDocumented() {
        JournalNote note = new JournalNote(NOON, "jane", "acknowledge", "incident ü", "{}");
        assertThat(JournalChain.append(JournalHead.EMPTY, List.of(note)).get(0).hash())
                .isEqualTo("df070756d741e2b26ea22d87a4b3fe707eb2aedf0037157017caae2c07ba5552");
    }

    @Test
    void shouldFindAnUntouchedJournalWhole() {
        assertThat(check(JOURNAL)).isEqualTo(new ChainVerdict.Whole(5, HEAD));
        assertThat(check(JournalHead.EMPTY, List.of(), JournalHead.EMPTY))
                .isEqualTo(new ChainVerdict.Whole(0, JournalHead.EMPTY));
    }

    @Test
    void shouldFollowAJournalFromWhereItIsKnown() {
        assertThat(check(JOURNAL.get(1).head(), JOURNAL.subList(2, 5), HEAD))
                .isEqualTo(new ChainVerdict.Whole(3, HEAD));
        assertBroken(check(JOURNAL.get(0).head(), JOURNAL.subList(2, 5), HEAD), 2, "entries 2 to 2 are missing");
    }

    static Stream<JournalNote> changes() {
        JournalNote note = JOURNAL.get(2).note();
        return Stream.of(
                new JournalNote(note.at().plusNanos(1), note.actor(), note.action(), note.about(), note.document()),
                new JournalNote(note.at(), "jane", note.action(), note.about(), note.document()),
                new JournalNote(note.at(), note.actor(), "settle", note.about(), note.document()),
                new JournalNote(note.at(), note.actor(), note.action(), "n4", note.document()),
                new JournalNote(note.at(), note.actor(), note.action(), note.about(), "[]"),
                // What moves from one text into the next makes another hash too.
                new JournalNote(note.at(), note.actor(), note.action() + "n", "3", note.document()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void shouldNameTheEntryThatWasChanged(JournalNote changed) {
        JournalEntry third = JOURNAL.get(2);
        List<JournalEntry> journal = new ArrayList<>(JOURNAL);
        journal.set(2, new JournalEntry(3, changed, third.previousHash(), third.hash()));
        assertBroken(check(journal), 3, "entry 3 was changed");

        // Whoever hashes it anew breaks the link after it.
        JournalEntry forged =
                JournalChain.append(JOURNAL.get(1).head(), List.of(changed)).get(0);
        journal.set(2, forged);
        assertBroken(check(journal), 4, "does not follow on the entry before it");
    }

    @Test
    void shouldNoticeAJournalThatWasWrittenAnewAsAWhole() {
        List<JournalEntry> forged = JournalChain.append(
                JournalHead.EMPTY,
                IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> Documents.note("f" + i))
                        .toList());

        assertBroken(check(forged), 5, "another one than the one that was known");
    }

    @Test
    void shouldNoticeAMissingEntry() {
        List<JournalEntry> journal = new ArrayList<>(JOURNAL);
        journal.subList(1, 3).clear();

        assertBroken(check(journal), 2, "entries 2 to 3 are missing");
    }

    @Test
    void shouldNoticeEntriesInAnotherOrder() {
        List<JournalEntry> journal = new ArrayList<>(JOURNAL);
        Collections.swap(journal, 2, 3);
        assertBroken(check(journal), 3, "missing");

        List<JournalEntry> doubled = new ArrayList<>(JOURNAL);
        doubled.add(3, JOURNAL.get(2));
        assertBroken(check(doubled), 3, "stands after entry 3");
    }

    @Test
    void shouldNoticeThatTheEndWasCutOff() {
        assertBroken(check(JOURNAL.subList(0, 4)), 5, "ends with entry 4, but entry 5 was known");
        assertBroken(check(List.of()), 1, "ends with entry 0");
        assertThat(check(JournalHead.EMPTY, JOURNAL.subList(0, 4), JournalHead.EMPTY))
                .isInstanceOf(ChainVerdict.Whole.class);
    }

    @Test
    void shouldNoticeAnotherStart() {
        assertBroken(check(JournalHead.EMPTY, JOURNAL, new JournalHead(0, "1".repeat(64))), 0, "another one");
    }

    @Test
    void shouldSayTheSameOfAVerdictToWhoeverFoldsIt() {
        assertThat(check(JOURNAL).<String>fold(whole -> "whole " + whole.entries(), ChainVerdict.Broken::reason))
                .isEqualTo("whole 5");
    }
}
