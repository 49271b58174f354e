package io.jenkins.plugins.qualysfargate.engine.aws.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainCheck;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.CorruptLedgerException;
import io.jenkins.plugins.qualysfargate.engine.ledger.Documents;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure of the shared ledger is one: never an empty answer, never half a save, never two of one. */
@Timeout(180)
class TableLedgerFailureTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final TableLedgerSettings settings = TableStores.make();

    /** What is done with a ledger. */
    interface Use {
        void of(Ledger ledger) throws LedgerConflictException;
    }

    private TableLedger sound() {
        return TableStores.open(settings, CLOCK);
    }

    private TableLedger over(TroubledPath path) {
        return TableStores.open(settings, CLOCK, path.endpoint());
    }

    private static TroubledPath troubled(Function<TroubledPath.Call, Fault> faults) {
        return TroubledPath.to(StandIns.dynamoDb(), faults);
    }

    /** Documents ahead in two transactions, one together, a message and two notes. */
    private static Commit commit(String name) {
        return new Commit(
                IntStream.range(0, 130)
                        .mapToObj(i -> Documents.occurrence(name, NOON.plusSeconds(i)))
                        .toList(),
                List.of(Documents.entry(Documents.key(name))),
                List.of(Documents.message(name)),
                List.of(Documents.note(name), Documents.note(name + "b")));
    }

    static Stream<Use> uses() {
        return Stream.of(
                ledger -> ledger.commit(commit("two")),
                ledger -> ledger.commit(Commit.of(List.of(), List.of(Documents.note("n")))),
                ledger -> ledger.find(Documents.key("one")),
                ledger -> ledger.find(Documents.occurrence("one", NOON).key()),
                ledger -> ledger.ofId(EntryKind.TRACK, "one", "", 5),
                ledger -> ledger.all(EntryKind.OCCURRENCE, null, 5),
                ledger -> ledger.inState(EntryKind.INCIDENT, "OPEN", NOON, NOON.plusSeconds(1), 5),
                ledger -> ledger.journal(1, 5),
                Ledger::head,
                ledger -> ledger.outbox().claim("pager", NOON, Duration.ofMinutes(1), 5));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void shouldBeUnavailableWhenTheCredentialsHaveExpired(Use use) {
        Fault expired = Fault.Answer.json(400, "ExpiredTokenException", "The token is expired");
        try (TroubledPath path = troubled(call -> expired);
                Ledger ledger = over(path)) {
            assertThatThrownBy(() -> use.of(ledger))
                    .isInstanceOf(LedgerUnavailableException.class)
                    .hasMessageContaining("dynamodb:")
                    .hasMessageContaining("on table ")
                    .hasMessageContaining("renew it");
        }
    }

    // The SDK waits for a second and more before it calls again, so not every use is tried.
    @Test
    void shouldGetOverThrottlingAndFailures() throws LedgerConflictException {
        try (TroubledPath path = troubled(call -> switch (call.number()) {
                    case 1, 5 -> Fault.Answer.json(400, "ThrottlingException", "slow down");
                    case 2, 7 -> Fault.Answer.json(500, "InternalServerError", "no");
                    default -> new Fault.None();
                });
                Ledger ledger = over(path)) {
            ledger.commit(commit("one"));
            assertThat(ledger.head().sequence()).isEqualTo(2);
        }

        assertSaved(List.of("one"), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldSaveOnceWhenEveryOtherAnswerIsLost(int parity) throws LedgerConflictException {
        try (TroubledPath path =
                        troubled(call -> call.number() % 2 == parity ? new Fault.LostAnswer() : new Fault.None());
                Ledger ledger = over(path)) {
            for (String name : List.of("one", "two", "three")) {
                ledger.commit(commit(name));
            }
            ledger.commit(Commit.of(List.of(), List.of(Documents.note("alone"))));
            ledger.commit(Documents.commit(Documents.entry(Documents.key("alone"))));
        }

        assertSaved(List.of("one", "two", "three"), 1);
    }

    // A service that forgets what it was asked before: the mark in what was written tells, and not the token alone.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldKnowItsOwnWriteWhenTheServiceDoesNot(int parity) throws LedgerConflictException {
        try (TroubledPath path =
                        troubled(call -> "TransactWriteItems".equals(call.operation()) && call.number() % 2 == parity
                                ? new Fault.LostAnswer()
                                : new Fault.None());
                TokenlessPath tokenless = TokenlessPath.to(path.endpoint());
                Ledger ledger = TableStores.open(settings, CLOCK, tokenless.endpoint())) {
            for (String name : List.of("one", "two", "three")) {
                ledger.commit(commit(name));
            }
            ledger.commit(Commit.of(List.of(), List.of(Documents.note("alone"))));
            ledger.commit(Documents.commit(Documents.entry(Documents.key("alone"))));
        }

        assertSaved(List.of("one", "two", "three"), 1);
    }

    @Test
    void shouldRepeatATransactionUnderItsOwnToken() throws LedgerConflictException {
        try (TroubledPath path = troubled(call -> call.number() % 2 == 1 ? new Fault.LostCall() : new Fault.None());
                Ledger ledger = over(path)) {
            ledger.commit(Documents.commit(Documents.entry(Documents.key("one"))));

            Set<String> tokens = path.calls().stream()
                    .filter(call -> "TransactWriteItems".equals(call.operation()))
                    .map(call -> token(call.body()))
                    .collect(Collectors.toSet());
            assertThat(path.calls()).hasSize(2);
            assertThat(tokens).hasSize(1).doesNotContain("");
        }
    }

    private static String token(String body) {
        Matcher matcher = Pattern.compile("\"ClientRequestToken\":\"([^\"]+)\"").matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** @param notes besides two for each name */
    private void assertSaved(List<String> names, int notes) {
        try (Ledger ledger = sound()) {
            assertThat(ledger.outbox().waiting(1_000)).hasSameSizeAs(names);
            for (String name : names) {
                assertThat(ledger.ofId(EntryKind.OCCURRENCE, name, "", 1_000)).hasSize(130);
                assertThat(ledger.find(Documents.key(name)).orElseThrow().version())
                        .isEqualTo(1);
            }
            assertThat(ChainCheck.all(ledger, List.of()))
                    .isEqualTo(new ChainVerdict.Whole(2L * names.size() + notes, ledger.head()));
        }
    }

    // Dies at every call in turn, and the commit is then tried again, as a caller does that got no answer.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLoseAndDoubleNothingWhateverCallFails(boolean answered) throws LedgerConflictException {
        List<String> names = new ArrayList<>();
        boolean survived = false;
        for (int dying = 1; !survived; dying++) {
            int at = dying;
            String name = "commit-" + dying;
            names.add(name);
            Fault dead = Fault.Answer.json(400, "AccessDeniedException", "no");
            try (TroubledPath path = troubled(call -> call.number() < at
                            ? new Fault.None()
                            : call.number() == at && answered ? new Fault.LostAnswer() : dead);
                    Ledger dies = over(path)) {
                dies.commit(commit(name));
                survived = true;
            } catch (LedgerUnavailableException failure) {
                assertThat(failure).hasMessageContaining("dynamodb:");
            }
            try (Ledger again = sound()) {
                again.commit(commit(name));
            } catch (LedgerConflictException saved) {
                assertThat(saved).hasMessageContaining(name);
            }
        }

        assertThat(names).hasSizeGreaterThan(4);
        assertSaved(names, 0);
    }

    @Test
    void shouldReadTheJournalOverAllItsPartitions() throws LedgerConflictException {
        List<JournalNote> notes = IntStream.range(0, Commit.NOTES)
                .mapToObj(i -> Documents.note("n" + i))
                .toList();
        try (Ledger ledger = sound()) {
            for (int i = 0; i < 107; i++) {
                ledger.commit(Commit.of(List.of(), notes));
            }

            assertThat(ChainCheck.all(ledger, List.of())).isEqualTo(new ChainVerdict.Whole(2_033, ledger.head()));
            assertThat(ledger.journal(998, 4))
                    .extracting(entry -> entry.sequence())
                    .containsExactly(998L, 999L, 1_000L, 1_001L);
            assertThat(ledger.journal(1, 5_000)).hasSize(2_033);
            assertThat(ledger.journal(2_034, 10)).isEmpty();
        }
    }

    @Test
    void shouldNoticeThatAPartitionOfTheJournalIsGone() throws LedgerConflictException {
        try (Ledger ledger = sound();
                AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            ledger.commit(Commit.of(List.of(), List.of(Documents.note("one"), Documents.note("two"))));
            clients.dynamoDb().deleteItem(request -> request.tableName(settings.incidents())
                    .key(Item.of("pk", "JOURNAL#0")
                            .with("sk", "0000000000000000002")
                            .values()));

            assertThat(ChainCheck.all(ledger, List.of()))
                    .isEqualTo(new ChainVerdict.Broken(2, "the journal ends with entry 1, but entry 2 was known"));
        }
    }

    @Test
    void shouldTakeAnItemThatNobodyWroteHereForDamage() throws LedgerConflictException {
        try (Ledger ledger = sound();
                AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            ledger.commit(Documents.commit(Documents.entry(Documents.key("one"))));
            Item key = EntryItem.key(Documents.key("one"));
            new Table(clients, settings.incidents())
                    .put(key.with("kind", "SETTING").with("id", "one"));

            assertThatThrownBy(() -> ledger.find(Documents.key("one")))
                    .isInstanceOf(CorruptLedgerException.class)
                    .hasMessageContaining("item SETTING#")
                    .hasMessageContaining("attribute sort is missing");
        }
    }
}
