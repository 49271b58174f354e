package io.jenkins.plugins.qualysfargate.engine.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.commit;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.entry;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.key;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.message;
import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.outbox.Claim;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link Ledger} must do; a backend's test extends this one. */
@Timeout(120)
public abstract class LedgerContractTest {
    private static final EntryKey ONE = key("one");

    private final SettableClock clock = new SettableClock(NOON);
    private Ledger ledger;

    /** An empty ledger. */
    protected abstract Ledger open(Clock clock) throws Exception;

    /** Another one over what the one before keeps, as a process has it that starts later. */
    protected abstract Ledger again(Clock clock) throws Exception;

    @BeforeEach
    void openLedger() throws Exception {
        ledger = open(clock);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private void save(Entry... entries) throws LedgerConflictException {
        ledger.commit(Commit.of(List.of(entries), List.of()));
    }

    private Entry stored(EntryKey key) {
        return ledger.find(key).orElseThrow();
    }

    private static void assertConflict(Ledger ledger, Commit commit, String... words) {
        assertThatThrownBy(() -> ledger.commit(commit))
                .isInstanceOf(LedgerConflictException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void shouldKeepADocumentAndCountItsVersions() throws LedgerConflictException {
        assertThat(ledger.find(ONE)).isEmpty();
        save(entry(ONE));
        assertThat(stored(ONE)).isEqualTo(entry(ONE).saved());

        save(stored(ONE).changed("CLOSED", NOON.plusNanos(1), "{\"n\":2}"));

        assertThat(stored(ONE).version()).isEqualTo(2);
        assertThat(stored(ONE).state()).isEqualTo("CLOSED");
        assertThat(stored(ONE).at()).isEqualTo(NOON.plusNanos(1));
        assertThat(stored(ONE).document()).isEqualTo("{\"n\":2}");
    }

    @Test
    void shouldRefuseToOverwriteWhatTheWriterHasNotSeen() throws LedgerConflictException {
        save(entry(ONE));
        Entry seen = stored(ONE);
        save(seen.changed("CLOSED", NOON, "{}"));

        assertConflict(ledger, commit(seen.changed("STALE", NOON, "{}")), "SETTING one", "read them again");
        assertConflict(ledger, commit(entry(ONE)), "SETTING one");
        assertConflict(ledger, commit(entry(key("two")).changed("X", NOON, "{}").saved()), "SETTING two");

        assertThat(stored(ONE).state()).isEqualTo("CLOSED");
        assertThat(ledger.find(key("two"))).isEmpty();
    }

    @Test
    void shouldSaveNothingOfWhatGoesTogetherOnAConflict() throws LedgerConflictException {
        save(entry(ONE), entry(key("two")));
        save(stored(key("two")).changed("CHANGED", NOON, "{}"));
        Entry outdated = stored(key("two")).changed("LOST", NOON, "{}");
        save(stored(key("two")).changed("AGAIN", NOON, "{}"));

        Commit conflicting = new Commit(
                List.of(),
                List.of(stored(ONE).changed("LOST", NOON, "{}"), outdated, entry(key("three"))),
                List.of(message("m1")),
                List.of(note("lost")));
        assertConflict(ledger, conflicting, "SETTING two");

        assertThat(stored(ONE).state()).isEqualTo("OPEN");
        assertThat(stored(key("two")).state()).isEqualTo("AGAIN");
        assertThat(ledger.find(key("three"))).isEmpty();
        assertThat(ledger.outbox().waiting(10)).isEmpty();
        assertThat(ledger.journal(1, 10)).isEmpty();
        assertThat(ledger.head()).isEqualTo(JournalHead.EMPTY);
    }

    @Test
    void shouldWriteWhatGoesAheadOverWhateverIsThere() throws LedgerConflictException {
        save(entry(ONE));
        save(stored(ONE).changed("CLOSED", NOON, "{}"));

        Entry ahead = entry(ONE).changed("DERIVED", NOON, "{}");
        for (int i = 0; i < 2; i++) {
            ledger.commit(new Commit(List.of(ahead), List.of(), List.of(), List.of()));
            assertThat(stored(ONE)).isEqualTo(ahead.saved());
        }
    }

    @Test
    void shouldKeepAThousandDocumentsThatGoAhead() throws LedgerConflictException {
        List<Entry> ahead = IntStream.range(0, 1_000)
                .mapToObj(i -> Documents.occurrence("monitor-" + i % 10, NOON.plusSeconds(i)))
                .toList();

        ledger.commit(new Commit(ahead, List.of(entry(ONE)), List.of(message("m1")), List.of(note("tick"))));

        List<Entry> kept = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> kept.addAll(ledger.ofId(EntryKind.OCCURRENCE, "monitor-" + i, "", 1_000)));
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(
                        ahead.stream().map(Entry::saved).toList());
        assertThat(stored(ONE).version()).isEqualTo(1);
    }

    @Test
    void shouldGiveTheDocumentsOfOneIdInTheirOrder() throws LedgerConflictException {
        for (String sort : List.of("b", "a", "", "c", "aa", "B")) {
            save(entry(new EntryKey(EntryKind.DELIVERY, "github", sort)));
        }
        save(entry(new EntryKey(EntryKind.DELIVERY, "github2", "a")));
        save(entry(new EntryKey(EntryKind.PAUSE, "github", "a")));

        assertThat(sorts(ledger.ofId(EntryKind.DELIVERY, "github", "", 10)))
                .containsExactly("", "B", "a", "aa", "b", "c");
        assertThat(sorts(ledger.ofId(EntryKind.DELIVERY, "github", "a", 3))).containsExactly("a", "aa", "b");
        assertThat(ledger.ofId(EntryKind.DELIVERY, "git", "", 10)).isEmpty();
        assertThat(ledger.ofId(EntryKind.DELIVERY, "github", "d", 10)).isEmpty();
    }

    private static List<String> sorts(List<Entry> entries) {
        return entries.stream().map(entry -> entry.key().sort()).toList();
    }

    @Test
    void shouldGiveAllOfAKindPageByPage() throws LedgerConflictException {
        List<EntryKey> tracks = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            EntryKey key = new EntryKey(EntryKind.TRACK, "monitor-" + i / 3, i % 3 == 0 ? "" : "subject-" + i);
            tracks.add(key);
            save(entry(key), entry(new EntryKey(EntryKind.SOURCE, "source-" + i, "")));
        }
        for (int size : new int[] {1, 7, 25, 100}) {
            List<EntryKey> seen = new ArrayList<>();
            List<Entry> page = ledger.all(EntryKind.TRACK, null, size);
            while (!page.isEmpty()) {
                page.forEach(entry -> seen.add(entry.key()));
                page = ledger.all(EntryKind.TRACK, page.get(page.size() - 1).key(), size);
            }
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tracks);
        }
        assertThat(ledger.all(EntryKind.INCIDENT, null, 10)).isEmpty();
    }

    @Test
    void shouldFindThoseOfAStateByTheirTimes() throws LedgerConflictException {
        for (int i : new int[] {5, 3, 1, 4, 2}) {
            save(incident("i" + i, i % 2 == 0 ? "CLOSED" : "OPEN", NOON.plusSeconds(i)));
        }
        save(entry(new EntryKey(EntryKind.PAUSE, "i1", "")).changed("OPEN", NOON.plusSeconds(1), "{}"));

        assertThat(inState("OPEN", NOON, NOON.plusSeconds(9), 10)).containsExactly("i1", "i3", "i5");
        assertThat(inState("OPEN", NOON.plusSeconds(1), NOON.plusSeconds(5), 10))
                .containsExactly("i1", "i3");
        assertThat(inState("OPEN", NOON.plusSeconds(2), NOON.plusSeconds(9), 1)).containsExactly("i3");
        assertThat(inState("OTHER", NOON, NOON.plusSeconds(9), 10)).isEmpty();
        assertThat(inState("OPEN", Instant.MIN, Instant.MAX, 10)).hasSize(3);
    }

    @Test
    void shouldFindADocumentInItsNewStateOnly() throws LedgerConflictException {
        save(incident("i1", "OPEN", NOON));
        Entry read = ledger.find(new EntryKey(EntryKind.INCIDENT, "i1", "")).orElseThrow();
        save(read.changed("CLOSED", NOON.plusSeconds(7), "{}"));

        assertThat(inState("OPEN", NOON, NOON.plusSeconds(9), 10)).isEmpty();
        assertThat(inState("CLOSED", NOON.plusSeconds(7), NOON.plusSeconds(9), 10))
                .containsExactly("i1");
    }

    private static Entry incident(String id, String state, Instant at) {
        return entry(new EntryKey(EntryKind.INCIDENT, id, "")).changed(state, at, "{\"id\":\"" + id + "\"}");
    }

    private List<String> inState(String state, Instant from, Instant to, int limit) {
        return ledger.inState(EntryKind.INCIDENT, state, from, to, limit).stream()
                .map(entry -> entry.key().id())
                .toList();
    }

    @Test
    void shouldTakeAnExpiredDocumentForNone() throws LedgerConflictException {
        Entry passing = Documents.occurrence("monitor", NOON).until(NOON.plusSeconds(60));
        save(passing, entry(ONE));
        Entry seen = stored(passing.key());
        clock.set(NOON.plusSeconds(59));
        assertThat(ledger.find(passing.key())).isPresent();

        clock.set(NOON.plusSeconds(60));
        assertThat(ledger.find(passing.key())).isEmpty();
        assertThat(ledger.ofId(EntryKind.OCCURRENCE, "monitor", "", 10)).isEmpty();
        assertThat(ledger.all(EntryKind.OCCURRENCE, null, 10)).isEmpty();
        assertThat(ledger.inState(EntryKind.OCCURRENCE, "OPEN", NOON, NOON.plusSeconds(1), 10))
                .isEmpty();
        assertThat(ledger.find(ONE)).isPresent();

        assertConflict(ledger, commit(seen.changed("LATE", NOON, "{}")), "OCCURRENCE monitor");
        save(passing.until(NOON.plusSeconds(99)));
        assertThat(stored(passing.key()).version()).isEqualTo(1);
    }

    @Test
    void shouldChainTheJournal() throws LedgerConflictException {
        ledger.commit(Commit.of(List.of(), List.of(note("first"), note("second"))));
        ledger.commit(Commit.of(List.of(entry(ONE)), List.of(note("third"))));

        List<JournalEntry> journal = ledger.journal(1, 10);
        assertThat(journal)
                .extracting(JournalEntry::note)
                .containsExactly(note("first"), note("second"), note("third"));
        assertThat(journal).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(ledger.head()).isEqualTo(journal.get(2).head());
        assertThat(ChainCheck.all(ledger, List.of(journal.get(1).head())))
                .isEqualTo(new ChainVerdict.Whole(3, journal.get(2).head()));
        assertThat(ledger.journal(2, 1)).containsExactly(journal.get(1));
        assertThat(ledger.journal(0, 10)).isEqualTo(journal);
        assertThat(ledger.journal(4, 10)).isEmpty();
    }

    @Test
    void shouldKeepTheJournalWholeWhenManyWriteAtOnce() throws Exception {
        int writers = 8;
        int each = 12;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try (Ledger other = again(clock)) {
            List<Callable<Void>> tasks = IntStream.range(0, writers)
                    .mapToObj(writer -> (Callable<Void>) () -> {
                        for (int i = 0; i < each; i++) {
                            String name = "w" + writer + "-" + i;
                            (writer % 2 == 0 ? ledger : other)
                                    .commit(new Commit(
                                            List.of(),
                                            List.of(entry(key(name))),
                                            List.of(message(name)),
                                            List.of(note(name), note(name + "b"))));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(tasks, 100, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ChainCheck.all(ledger, List.of()))
                .isEqualTo(new ChainVerdict.Whole(2L * writers * each, ledger.head()));
        assertThat(ledger.journal(1, 1_000))
                .extracting(entry -> entry.note().about())
                .doesNotHaveDuplicates();
        assertThat(ledger.outbox().waiting(1_000)).hasSize(writers * each);
    }

    @Test
    void shouldLetOneOfManyWriteAVersion() throws Exception {
        save(entry(ONE));
        Entry seen = stored(ONE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        try {
                            ledger.commit(Commit.of(
                                    List.of(seen.changed("S" + i, NOON, "{}")), List.of(note("writer " + i))));
                            return true;
                        } catch (LedgerConflictException conflict) {
                            return false;
                        }
                    })
                    .toList();
            int winners = 0;
            for (Future<Boolean> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                winners += done.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored(ONE).version()).isEqualTo(2);
        assertThat(ledger.journal(1, 10)).hasSize(1);
    }

    @Test
    void shouldHandOutMessagesOnceTheyAreCommitted() throws LedgerConflictException {
        ledger.commit(new Commit(List.of(), List.of(entry(ONE)), List.of(message("m1"), message("m2")), List.of()));

        List<Claim> claims = ledger.outbox().claim("pager", NOON, Duration.ofMinutes(1), 10);
        assertThat(claims).extracting(Claim::message).containsExactly(message("m1"), message("m2"));
        ledger.outbox().delivered(claims.get(0));
        assertThat(ledger.outbox().waiting(10)).containsExactly(message("m2"));

        ledger.commit(new Commit(List.of(), List.of(entry(key("two"))), List.of(message("m2")), List.of()));
        assertThat(ledger.outbox().waiting(10)).containsExactly(message("m2"));
    }

    @Test
    void shouldKnowEverythingAfterARestart() throws Exception {
        ledger.commit(new Commit(
                List.of(Documents.occurrence("monitor", NOON)),
                List.of(entry(ONE)),
                List.of(message("m1")),
                List.of(note("first"))));
        JournalHead head = ledger.head();
        ledger.close();

        try (Ledger later = again(clock)) {
            assertThat(later.find(ONE)).contains(entry(ONE).saved());
            assertThat(later.ofId(EntryKind.OCCURRENCE, "monitor", "", 9)).hasSize(1);
            assertThat(later.outbox().waiting(9)).containsExactly(message("m1"));
            later.commit(Commit.of(List.of(), List.of(note("second"))));
            assertThat(ChainCheck.all(later, List.of(head))).isEqualTo(new ChainVerdict.Whole(2, later.head()));
        }
    }

    @Test
    void shouldKeepEveryCharacter() throws LedgerConflictException {
        String text = "ünï ☃ \uD83D\uDE00 \u0000 \u202E ' \" ; \\ \n";
        EntryKey key = new EntryKey(EntryKind.TRACK, "Größe/" + text, " ~#");
        JournalNote note = new JournalNote(NOON, text, "tëst", text, "{\"t\":\"" + text + "\"}");
        ledger.commit(Commit.of(List.of(entry(key).changed("ÖFFEN", NOON, text)), List.of(note)));

        assertThat(stored(key).document()).isEqualTo(text);
        assertThat(ledger.ofId(EntryKind.TRACK, "Größe/" + text, "", 1)).hasSize(1);
        assertThat(ledger.inState(EntryKind.TRACK, "ÖFFEN", NOON, NOON.plusSeconds(1), 1))
                .hasSize(1);
        assertThat(ledger.journal(1, 1).get(0).note()).isEqualTo(note);
        assertThat(ChainCheck.all(ledger, List.of())).isEqualTo(new ChainVerdict.Whole(1, ledger.head()));
    }

    @Test
    void shouldKeepTheLargestCommit() throws LedgerConflictException {
        String large = "ä".repeat(15_000);
        List<Entry> together = IntStream.range(0, Commit.TOGETHER - 1)
                .mapToObj(i -> entry(new EntryKey(EntryKind.TRACK, "t" + i, "")).changed("OPEN", NOON, large))
                .toList();
        List<JournalNote> notes = IntStream.range(0, Commit.NOTES)
                .mapToObj(i -> new JournalNote(NOON, "system", "test", "t" + i, large))
                .toList();
        ledger.commit(new Commit(List.of(), together, List.of(message("m1")), notes));

        assertThat(ledger.all(EntryKind.TRACK, null, 100)).hasSize(Commit.TOGETHER - 1);
        assertThat(ChainCheck.all(ledger, List.of())).isEqualTo(new ChainVerdict.Whole(Commit.NOTES, ledger.head()));
    }

    @Test
    void shouldKeepTheLongestKeyAndTheLargestDocument() throws LedgerConflictException {
        EntryKey key = new EntryKey(EntryKind.RESUBMISSION, "字".repeat(512), "~".repeat(128));
        String document = "x".repeat(199_999);
        save(entry(key).changed("S".repeat(32), NOON.plusNanos(999_999_999), document));

        assertThat(stored(key).document()).hasSize(199_999);
        assertThat(stored(key).at()).isEqualTo(NOON.plusNanos(999_999_999));
        assertThat(ledger.all(EntryKind.RESUBMISSION, null, 9))
                .extracting(Entry::key)
                .containsExactly(key);
        assertThat(ledger.all(EntryKind.RESUBMISSION, key, 9)).isEmpty();
    }

    @Test
    void shouldKeepTheLargestMessage() throws LedgerConflictException {
        OutboxMessage message = new OutboxMessage(
                "m".repeat(128), "pager", "s".repeat(1_000), "ü".repeat(99_999), Map.of("a", "字".repeat(1_300)), NOON);
        ledger.commit(new Commit(List.of(), List.of(), List.of(message), List.of()));

        assertThat(ledger.outbox().waiting(10)).containsExactly(message);
    }

    @Test
    void shouldSaveNothingWhenThereIsNothingToSave() throws LedgerConflictException {
        ledger.commit(new Commit(List.of(), List.of(), List.of(), List.of()));

        assertThat(ledger.head()).isEqualTo(JournalHead.EMPTY);
    }

    @Test
    void shouldOrderThoseOfOneTimeInSomeFixedWay() throws LedgerConflictException {
        for (int i = 0; i < 9; i++) {
            save(incident("i" + i, "OPEN", NOON));
        }
        List<String> found = inState("OPEN", NOON, NOON.plusSeconds(1), 20);

        assertThat(found).hasSize(9).isEqualTo(inState("OPEN", NOON, NOON.plusSeconds(1), 20));
        assertThat(found.stream().sorted(Comparator.naturalOrder()).toList())
                .isEqualTo(IntStream.range(0, 9).mapToObj(i -> "i" + i).toList());
    }
}
