package io.jenkins.plugins.qualysfargate.engine.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.entry;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What no store could keep is refused before anything is saved. */
class LimitsTest {

    private static void assertRefused(ThrowingCallable making, String... words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
    }

    private static Entry of(String state, Instant at, String document) {
        return entry(key("one")).changed(state, at, document);
    }

    @Test
    void shouldRefuseKeysThatAreEmptyOrTooLong() {
        assertRefused(() -> key(""), "an id of 0 characters", "1 to 512");
        assertRefused(() -> key("x".repeat(513)), "513");
        assertRefused(() -> new EntryKey(EntryKind.TRACK, "x", "y".repeat(129)), "129", "up to 128");
        assertRefused(() -> new EntryKey(EntryKind.TRACK, "x", "ü"), "visible ASCII");
        assertRefused(() -> new EntryKey(EntryKind.TRACK, "x", "\n"), "visible ASCII");
    }

    @Test
    void shouldRefuseDocumentsThatAreTooLarge() {
        assertRefused(() -> of("OPEN", NOON, "x".repeat(200_000)), "200000 bytes", "Split it");
        assertRefused(() -> of("OPEN", NOON, "ü".repeat(100_000)), "200000 bytes");
        assertRefused(() -> new JournalNote(NOON, "a", "b", "c", "x".repeat(200_000)), "200000 bytes");
    }

    @Test
    void shouldRefuseStatesTimesAndVersionsThatNoStoreKeeps() {
        assertRefused(() -> of("", NOON, "{}"), "a state");
        assertRefused(() -> of("S".repeat(33), NOON, "{}"), "a state", "33");
        assertRefused(() -> of("OPEN", Instant.parse("+10000-01-01T00:00:00Z"), "{}"), "four digits");
        assertRefused(() -> of("OPEN", Instant.parse("-0001-01-01T00:00:00Z"), "{}"), "four digits");
        assertRefused(() -> entry(key("one")).until(Instant.MAX), "four digits");
        assertRefused(() -> new Entry(key("one"), -1, "OPEN", NOON, "{}", null), "below 0");
    }

    @Test
    void shouldRefuseNotesThatNobodyMadeOrThatAreTooLong() {
        assertRefused(() -> new JournalNote(NOON, "", "b", "c", "{}"), "an actor");
        assertRefused(() -> new JournalNote(NOON, "a", "", "c", "{}"), "an action");
        assertRefused(() -> new JournalNote(NOON, "a", "b", "c".repeat(1_001), "{}"), "what a note is about");
    }

    @Test
    void shouldRefuseMoreThanATransactionHolds() {
        List<Entry> many =
                IntStream.range(0, 81).mapToObj(i -> entry(key("k" + i))).toList();
        assertRefused(() -> Commit.of(many, List.of()), "81 documents and messages together", "80", "in several");
        assertRefused(
                () -> new Commit(List.of(), many.subList(0, 80), List.of(Documents.message("m")), List.of()), "81");

        List<JournalNote> notes =
                IntStream.range(0, 20).mapToObj(i -> Documents.note("n" + i)).toList();
        assertRefused(() -> Commit.of(List.of(), notes), "20 notes", "19");

        List<Entry> large = IntStream.range(0, 16)
                .mapToObj(i -> entry(key("k" + i)).changed("OPEN", NOON, "x".repeat(190_000)))
                .toList();
        assertRefused(() -> Commit.of(large, List.of()), "3040000 bytes together", "3000000");
    }

    @Test
    void shouldRefuseADocumentThatStandsTwiceInOneCommit() {
        assertRefused(() -> Documents.commit(entry(key("one")), entry(key("one"))), "SETTING one twice");
        assertRefused(
                () -> new Commit(List.of(entry(key("one"))), List.of(entry(key("one"))), List.of(), List.of()),
                "twice");
    }

    private static void assertMessageRefused(
            String channel, String subject, String body, String attribute, String words) {
        OutboxMessage message = new OutboxMessage("m1", channel, subject, body, Map.of("a", attribute), NOON);
        assertRefused(() -> new Commit(List.of(), List.of(), List.of(message), List.of()), words);
    }

    @Test
    void shouldRefuseMessagesThatNoStoreKeeps() {
        assertMessageRefused("", "s", "b", "x", "the channel of message m1");
        assertMessageRefused("c".repeat(65), "s", "b", "x", "the channel of message m1");
        assertMessageRefused("c", "s".repeat(1_001), "b", "x", "the subject of message m1");
        assertMessageRefused("c", "s", "b".repeat(200_000), "x", "200000 bytes");
        assertMessageRefused("c", "s", "b", "x".repeat(1_400), "the attributes of message m1");
    }

    @Test
    void shouldReplaceWhatIsNoUnicode() {
        String half = "a\uD83Db";
        assertThat(of("OPEN", NOON, half).document()).isEqualTo("a\uFFFDb");
        assertThat(key(half).id()).isEqualTo("a\uFFFDb");
        assertThat(new JournalNote(NOON, half, half, half, half + "\uD83D\uDE00").document())
                .isEqualTo("a\uFFFDb\uD83D\uDE00");
    }

    @Test
    void shouldCountOnWholeSecondsForTheEnd() {
        assertThat(entry(key("one")).until(NOON.plusMillis(1_900)).expires()).isEqualTo(NOON.plusSeconds(1));
    }
}
