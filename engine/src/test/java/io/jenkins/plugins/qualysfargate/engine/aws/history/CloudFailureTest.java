package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.digest;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every failure of the shared history is one: never an empty answer, never half a save, never two of one. */
@Timeout(120)
class CloudFailureTest {
    private static final String PAYMENTS = "registry.example/payments-api";
    private static final ScanId ONE = new ScanId("one");
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    private static final OutboxMessage MESSAGE = new OutboxMessage("alert-1", "sns", "s", "b", Map.of(), NOON);

    private final CloudHistorySettings settings = CloudStores.make();

    private CloudHistory sound() {
        return CloudStores.open(settings, CLOCK);
    }

    private CloudHistory over(TroubledPath path) {
        return CloudStores.open(settings, CLOCK, path.endpoint());
    }

    private static TroubledPath always(Fault fault) {
        return CloudStores.troubled(call -> fault);
    }

    static Stream<Consumer<History>> operations() {
        return Stream.of(
                history -> history.record(failing("two").make()),
                history -> history.find(ONE),
                history -> history.list(HistoryQuery.newest(5)),
                history -> history.list(HistoryQuery.newest(5).ofImage("payments-api")),
                history -> history.list(HistoryQuery.newest(5).ofDigest(digest('a'))),
                history -> history.series(new SeriesQuery(PAYMENTS, null, null, 5)),
                history -> history.latestComplete(digest('a'), Platform.LINUX_AMD64),
                history -> history.baseline(BaselineQuery.previous(PAYMENTS, null, null)),
                history -> history.firstSeen(PAYMENTS),
                history -> history.purge(NOON),
                history -> history.outbox().claim("sns", NOON, Duration.ofMinutes(1), 5),
                history -> history.outbox().waiting(5),
                history -> history.outbox().undelivered(5));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldBeUnavailableWhenTheCredentialsHaveExpired(Consumer<History> operation) {
        try (TroubledPath path = always(Fault.Answer.json(400, "ExpiredTokenException", "The token is expired"));
                History history = over(path)) {
            assertThatThrownBy(() -> operation.accept(history))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining("dynamodb:")
                    .hasMessageContaining("on table ")
                    .hasMessageContaining("renew it");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldNameTheTableThatIsMissing(Consumer<History> operation) {
        CloudHistorySettings wrong = settings.tables("no-history", "no-outbox", "no-cache");
        try (History history = CloudStores.open(wrong, CLOCK)) {
            assertThatThrownBy(() -> operation.accept(history))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining("on table no-")
                    .hasMessageContaining("Create table no-");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldGetOverThrottlingFailuresAndLostAnswers(Consumer<History> operation) {
        try (TroubledPath path = CloudStores.troubled(call -> switch (call.number() % 4) {
                    case 1 -> Fault.Answer.json(400, "ThrottlingException", "slow down");
                    case 2 -> Fault.Answer.json(500, "InternalServerError", "no");
                    default -> new Fault.None();
                });
                History history = over(path)) {
            operation.accept(history);

            assertThat(path.calls()).hasSizeGreaterThan(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldSaveOnceWhenEveryAnswerIsLostOnce(int parity) {
        try (TroubledPath path = CloudStores.troubled(
                        call -> call.number() % 2 == parity ? new Fault.LostAnswer() : new Fault.None());
                CloudHistory history = over(path)) {
            history.record(failing("one").make(), List.of(MESSAGE));
        }

        assertThat(lines()).containsExactly("one");
        try (CloudHistory history = sound()) {
            assertThat(history.outbox().waiting(10)).containsExactly(MESSAGE);
        }
        assertThat(objects()).hasSize(2);
    }

    private List<String> lines() {
        try (CloudHistory history = sound()) {
            return history.list(HistoryQuery.newest(1000)).stream()
                    .map(ScanSummary::id)
                    .map(ScanId::value)
                    .toList();
        }
    }

    private List<String> objects() {
        try (AwsClients clients = StandIns.clients(StandIns.s3())) {
            return clients
                    .s3()
                    .listObjectsV2(request -> request.bucket(settings.bucket().name()))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    // Dies at every call in turn, and the scan is then recorded again, as a caller does that got no answer.
    @Test
    void shouldLoseAndDoubleNothingWhateverCallFails() {
        List<String> expected = new ArrayList<>();
        boolean survived = false;
        for (int dying = 1; !survived; dying++) {
            int at = dying;
            ScanRecord scan = failing("scan-" + dying)
                    .findings(Scans.finding("9" + dying, "libc6"))
                    .of(digest("0123456789abcdef".charAt(dying % 16)))
                    .at(NOON.minusSeconds(dying))
                    .make();
            OutboxMessage message = new OutboxMessage("alert-" + dying, "sns", "s", "b", Map.of(), NOON);
            try (TroubledPath path = CloudStores.troubled(call -> call.number() >= at
                            ? Fault.Answer.json(400, "AccessDeniedException", "no")
                            : new Fault.None());
                    CloudHistory dies = over(path)) {
                dies.record(scan, List.of(message));
                survived = true;
            } catch (HistoryUnavailableException failure) {
                assertThat(lines()).isEqualTo(expected);
            }
            try (CloudHistory again = sound()) {
                again.record(scan, List.of(message));
                assertThat(again.find(scan.id())).isPresent();
            }
            expected.add("scan-" + dying);
        }

        assertThat(lines()).isEqualTo(expected).hasSizeGreaterThan(5);
        try (CloudHistory history = sound()) {
            assertThat(history.outbox().waiting(100)).hasSize(expected.size());
            assertThat(history.firstSeen(PAYMENTS)).hasSize(expected.size());
        }
        assertThat(objects()).hasSize(2 * expected.size());
    }

    @Test
    void shouldRetryATransactionThatMetAnother() {
        String conflict = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                + "\"Message\":\"Transaction cancelled [None, TransactionConflict]\","
                + "\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\"}]}";
        int[] conflicts = {0};
        try (TroubledPath path =
                        CloudStores.troubled(call -> call.operation().equals("TransactWriteItems") && conflicts[0]++ < 3
                                ? new Fault.Answer(400, "application/x-amz-json-1.0", conflict)
                                : new Fault.None());
                CloudHistory history = over(path)) {
            history.record(failing("one").make());
        }

        assertThat(lines()).containsExactly("one");
    }

    @Test
    void shouldSaveAScanWhoseMessageIsThereAlready() {
        try (CloudHistory history = sound()) {
            history.record(failing("one").make(), List.of(MESSAGE));
            OutboxMessage other = new OutboxMessage("alert-2", "sns", "s", "b", Map.of(), NOON);
            history.record(failing("two").make(), List.of(MESSAGE, other));

            assertThat(history.outbox().waiting(10)).containsExactlyInAnyOrder(MESSAGE, other);
        }
        assertThat(lines()).containsExactly("two", "one");
    }

    @Test
    void shouldNameTheBucketThatIsMissing() {
        CloudHistorySettings wrong = settings.in(new Bucket.Place("no-such-bucket", null, null));
        try (CloudHistory history = CloudStores.open(wrong, CLOCK)) {
            assertThatThrownBy(() -> history.record(failing("one").make()))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining("s3:PutObject on bucket no-such-bucket")
                    .hasMessageContaining("Create bucket no-such-bucket");
        }
        assertThat(lines()).isEmpty();
    }

    @Test
    void shouldBeUnavailableWhenTheBucketDoesNotAnswer() {
        try (CloudHistory history = sound()) {
            history.record(failing("one").make());
        }
        CloudHistory.Clients clients = new CloudHistory.Clients(
                StandIns.clients(StandIns.dynamoDb()),
                new AwsClients(StandIns.at(URI.create("http://127.0.0.1:1"))
                        .bounded(Duration.ofSeconds(5), Duration.ofSeconds(1), 2)));
        try (CloudHistory history = new CloudHistory(clients, settings, CLOCK)) {
            assertThatThrownBy(() -> history.find(ONE))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining(
                            "s3:GetObject on bucket " + settings.bucket().name());
            assertThatThrownBy(() -> history.record(failing("two").make()))
                    .isInstanceOf(HistoryUnavailableException.class)
                    .hasMessageContaining("s3:PutObject");
        }
        assertThat(lines()).containsExactly("one");
    }

    private void replaceReport(byte[] bytes) {
        try (AwsClients clients = StandIns.clients(StandIns.s3())) {
            String key = objects().stream()
                    .filter(each -> each.startsWith("scan-results/_history/"))
                    .findFirst()
                    .orElseThrow();
            clients.s3()
                    .putObject(
                            request -> request.bucket(settings.bucket().name()).key(key), RequestBody.fromBytes(bytes));
        }
    }

    @Test
    void shouldNotHandOutAReportThatWasChanged() {
        try (CloudHistory history = sound()) {
            history.record(failing("one").make());
            replaceReport(new byte[] {1, 2, 3});

            assertThatThrownBy(() -> history.find(ONE))
                    .isInstanceOf(CorruptHistoryException.class)
                    .hasMessageContaining("SHA-256")
                    .hasMessageContaining("_history/one/_");
            assertThat(history.list(HistoryQuery.newest(1))).hasSize(1);
        }
    }

    @Test
    void shouldSayThatAReportIsMissing() {
        try (CloudHistory history = sound();
                AwsClients clients = StandIns.clients(StandIns.s3())) {
            history.record(failing("one").make());
            objects().forEach(key -> clients.s3()
                    .deleteObject(
                            request -> request.bucket(settings.bucket().name()).key(key)));

            assertThatThrownBy(() -> history.latestComplete(digest('a'), Platform.LINUX_AMD64))
                    .isInstanceOf(CorruptHistoryException.class)
                    .hasMessageContaining("is missing");
        }
    }

    @Test
    void shouldNotHandOutItemsThatWereChanged() {
        Table table = CloudStores.table(settings.historyTable());
        try (CloudHistory history = sound()) {
            history.record(failing("one").make());
            table.put(table.get(HistoryKeys.scan(ONE)).orElseThrow().with("document", new byte[] {1}));
            assertThatThrownBy(() -> history.find(ONE)).isInstanceOf(CorruptHistoryException.class);

            table.put(HistoryKeys.scan(ONE).with("schemaVersion", 99));
            assertThatThrownBy(() -> history.find(ONE))
                    .isInstanceOf(CorruptHistoryException.class)
                    .hasMessageContaining("schema version 99");

            table.put(HistoryKeys.key(HistoryKeys.image(PAYMENTS), HistoryKeys.judged(NOON, ONE))
                    .with("line", "{}"));
            assertThatThrownBy(() -> history.list(HistoryQuery.newest(5).ofImage("payments-api")))
                    .isInstanceOf(CorruptHistoryException.class)
                    .hasMessageContaining("IMAGE#");
        }
    }

    @Test
    void shouldNotShowWhatHasExpiredThoughItIsStillThere() {
        CloudHistorySettings days = settings.keeping(Duration.ofDays(30), Duration.ofDays(30));
        try (CloudHistory history = CloudStores.open(days, CLOCK)) {
            history.record(failing("one").make());
            assertThat(history.find(ONE)).isPresent();
        }
        Clock later = Clock.fixed(NOON.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        try (CloudHistory history = CloudStores.open(days, later)) {
            assertThat(history.find(ONE)).isEmpty();
            assertThat(history.list(HistoryQuery.newest(5))).isEmpty();
            assertThat(history.list(HistoryQuery.newest(5).ofDigest(digest('a'))))
                    .isEmpty();
            assertThat(history.latestComplete(digest('a'), Platform.LINUX_AMD64))
                    .isEmpty();
            assertThat(history.firstSeen(PAYMENTS)).isEmpty();

            history.record(failing("one").make());
            assertThat(history.find(ONE)).as("recorded again after its time").isPresent();
        }
    }

    @Test
    void shouldGoOnWithAPurgeThatDied() {
        try (CloudHistory history = sound()) {
            for (int i = 0; i < 40; i++) {
                history.record(failing("scan-" + i).at(NOON.plusSeconds(i)).make());
            }
        }
        int died = 0;
        for (boolean survived = false; !survived; ) {
            int at = 2 + died;
            try (TroubledPath path = CloudStores.troubled(call -> call.number() >= at
                            ? Fault.Answer.json(400, "AccessDeniedException", "no")
                            : new Fault.None());
                    CloudHistory dies = over(path)) {
                dies.purge(NOON.plusSeconds(30));
                survived = true;
            } catch (HistoryUnavailableException failure) {
                died++;
            }
        }
        assertThat(died).isGreaterThan(3);
        Clock later = Clock.fixed(NOON.plus(Duration.ofDays(10)), ZoneOffset.UTC);
        try (CloudHistory history = CloudStores.open(settings, later)) {
            history.purge(NOON.plusSeconds(30));
            assertThat(lines()).hasSize(10);
            assertThat(reports()).hasSize(10);
            history.purge(NOON.plusSeconds(100));
        }
        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            assertThat(clients.dynamoDb()
                            .scan(request -> request.tableName(settings.historyTable()))
                            .items())
                    .as("nothing is left behind, not even in the registers")
                    .isEmpty();
        }
        assertThat(reports()).isEmpty();
    }

    private Set<String> reports() {
        return objects().stream()
                .filter(key -> key.startsWith("scan-results/_history/"))
                .collect(Collectors.toSet());
    }

    @Test
    void shouldFetchAReportAgainThatIsTooLargeToBeHeld() {
        int many = 6_000;
        try (CloudHistory history = sound();
                AwsClients s3 = StandIns.clients(StandIns.s3())) {
            history.record(failing("one").findings(Scans.findings(many)).make());
            Bucket bucket = new Bucket(s3, settings.bucket());
            String key = reports().iterator().next();

            ScanReport report = new ReportObjects(bucket, 1_000).report(key);

            assertThat(report.findings().stream().toList()).containsExactly(Scans.findings(many));
            bucket.delete(List.of(key));
            assertThatThrownBy(() -> report.findings().iterator())
                    .isInstanceOf(CorruptHistoryException.class)
                    .hasMessageContaining("is missing");
        }
    }

    @Test
    void shouldKeepALargeRecordOutOfTheTable() {
        ScanRecord scan = failing("one").make();
        List<String> warnings = IntStream.range(0, 10_000)
                .mapToObj(i -> "warning " + UUID.randomUUID())
                .toList();
        ScanRecord large = new ScanRecord(
                scan.id(),
                scan.image().judged(scan.image().judgement().warning(warnings)),
                scan.policyName(),
                scan.policyFingerprint(),
                scan.scannerVersion(),
                scan.requestedScanTypes(),
                scan.feedDate(),
                scan.scannedAt());
        try (CloudHistory history = sound()) {
            history.record(large);

            assertThat(reports()).hasSize(2).anyMatch(key -> key.endsWith(".record.json.gz"));
            assertThat(history.find(ONE).orElseThrow().image().judgement().warnings())
                    .isEqualTo(warnings);
            history.purge(NOON.plusSeconds(1));
            assertThat(reports()).isEmpty();
        }
    }
}
