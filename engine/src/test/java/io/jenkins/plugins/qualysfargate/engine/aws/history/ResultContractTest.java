package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.broken;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.digest;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.failing;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.passing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What stands in the stores that the original scanner made known, beside what it wrote there. */
class ResultContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final String ECR = "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/payments-api";
    private static final String DIRECTORY = "scan-results/team/payments-api/" + digest('a') + "/";

    private final CloudHistorySettings settings = CloudStores.make();
    private final AwsClients s3 = StandIns.clients(StandIns.s3());
    private CloudHistory history;

    @BeforeEach
    void openHistory() {
        history = CloudStores.open(settings, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void closeHistory() {
        history.close();
        s3.close();
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve(name)));
    }

    private static JsonNode sample(String name) throws IOException {
        return JSON.readTree(Files.readString(CONTRACTS.resolve("samples/aws").resolve(name)));
    }

    private List<String> keys() {
        return s3
                .s3()
                .listObjectsV2(
                        request -> request.bucket(settings.bucket().name()).prefix("scan-results/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> !key.startsWith("scan-results/_history/"))
                .toList();
    }

    private byte[] bytes(String key) {
        return s3.s3()
                .getObjectAsBytes(
                        request -> request.bucket(settings.bucket().name()).key(key))
                .asByteArray();
    }

    private JsonNode recorded(Scans scan) throws IOException {
        history.record(scan.named(ECR + ":1.4.2").make());
        return JSON.readTree(bytes(DIRECTORY + "20260122-120000.json"));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    @Test
    void shouldBeginWithTheDocumentedMembersInTheirOrder() throws IOException {
        JsonNode original = sample("original-s3-scan-result.json");
        JsonNode result = recorded(failing("one"));

        assertThat(names(result)).startsWith(names(original).toArray(String[]::new));
        assertThat(names(result.get("scanResults")))
                .startsWith(names(original.get("scanResults")).toArray(String[]::new));
        assertThat(names(result.get("scanResults").get("findings").get(0)))
                .startsWith(names(original.get("scanResults").get("findings").get(0))
                        .toArray(String[]::new));
        for (String name : names(original)) {
            assertThat(result.get(name).getNodeType())
                    .as(name)
                    .isEqualTo(original.get(name).getNodeType());
        }
        assertThat(schema("s3-scan-result.schema.json").validate(original)).isEmpty();
        assertThat(schema("s3-scan-result.schema.json").validate(result)).isEmpty();
    }

    @Test
    void shouldSayWhatTheScanFound() throws IOException {
        JsonNode result = recorded(failing("one"));

        assertThat(result.get("repository").textValue()).isEqualTo("team/payments-api");
        assertThat(result.get("imageTag").textValue()).isEqualTo("1.4.2");
        assertThat(result.get("accountId").textValue()).isEqualTo("123456789012");
        assertThat(result.get("region").textValue()).isEqualTo("us-east-1");
        assertThat(result.get("scannedAt").textValue()).isEqualTo("2026-01-22T12:00:00Z");
        assertThat(result.get("scanResults").get("criticalCount").intValue()).isOne();
        assertThat(result.get("scanResults").get("vulnerabilityCount").intValue())
                .isOne();
        assertThat(result.get("scanResults").get("findings").get(0).get("id").textValue())
                .isEqualTo("CVE-2026-1");
        assertThat(result.get("status").textValue()).isEqualTo("complete");
        assertThat(result.get("verdict").textValue()).isEqualTo("FAIL");
        assertThat(result.get("scanId").textValue()).isEqualTo("one");
    }

    @Test
    void shouldStandOnOneLine() throws IOException {
        recorded(failing("one").findings(Scans.findings(50)));

        assertThat(new String(bytes(keys().get(0)), StandardCharsets.UTF_8))
                .endsWith("}\n")
                .hasLineCount(1);
    }

    @Test
    void shouldNotLookCleanWhenThereIsNoAnswer() throws IOException {
        JsonNode result = recorded(broken("one"));

        assertThat(result.get("status").textValue()).isEqualTo("incomplete");
        assertThat(result.get("reason").textValue()).isEqualTo("no report was written");
        assertThat(result.get("scanResults"))
                .allSatisfy(each -> assertThat(each.isNull()).isTrue());
        assertThat(schema("s3-scan-result.schema.json").validate(result)).isEmpty();
        assertThat(CloudStores.table(settings.cacheTable())
                        .get(Item.of("imageDigest", digest('a').value())))
                .isEmpty();
    }

    @Test
    void shouldRefuseBySchemaAnIndeterminateResultWithZeros() throws IOException {
        String text = recorded(broken("one")).toString().replace("\"lowCount\":null", "\"lowCount\":0");

        assertThat(schema("s3-scan-result.schema.json").validate(JSON.readTree(text)))
                .isNotEmpty();
    }

    @Test
    void shouldTakeTheNextSecondThatIsFree() {
        for (String id : List.of("one", "two", "three", "two")) {
            history.record(passing(id).named(ECR).make());
        }

        assertThat(keys())
                .containsExactly(
                        DIRECTORY + "20260122-120000.json",
                        DIRECTORY + "20260122-120001.json",
                        DIRECTORY + "20260122-120002.json");
    }

    @Test
    void shouldKeepTheScannersFilesBesideTheResultWhereNoReaderOfResultsLooks() throws IOException {
        byte[] sarif = "{\"runs\":[]}".getBytes(StandardCharsets.UTF_8);
        history.record(
                failing("one").named(ECR).make(),
                List.of(),
                List.of(new RawReport("out/../report sarif.json", () -> new ByteArrayInputStream(sarif))));

        String key = DIRECTORY + "_20260122-120000-out_.._report_sarif.json.gz";
        assertThat(keys()).hasSize(2).contains(key);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes(key))).readAllBytes())
                .isEqualTo(sarif);
    }

    @Test
    void shouldEncryptWithTheKeysOfS3() {
        history.record(passing("one").named(ECR).make());

        // The stand-in keeps no encryption, so that it is asked for is looked at where the request is made.
        assertThat(s3.s3()
                        .headObject(request ->
                                request.bucket(settings.bucket().name()).key(keys().get(0)))
                        .serverSideEncryption())
                .isIn(null, ServerSideEncryption.AES256);
    }

    @Test
    void shouldCacheWhatTheDocumentedItemHoldsAndWhereTheRestIs() throws IOException {
        history.record(failing("one").named(ECR).make());

        JsonNode original = sample("original-dynamodb-cache-item.json");
        Item item = cached().orElseThrow();
        JsonNode written = ItemJson.of(item.values());
        for (String name : names(original)) {
            assertThat(names(written.get(name))).as(name).isEqualTo(names(original.get(name)));
        }
        assertThat(names(written.get("scanResults").get("M")))
                .containsExactlyInAnyOrderElementsOf(
                        names(original.get("scanResults").get("M")));
        assertThat(schema("dynamodb-scan-cache.schema.json").validate(original)).isEmpty();
        assertThat(schema("dynamodb-scan-cache.schema.json").validate(written)).isEmpty();
        assertThat(item.number("ttl")).isEqualTo(NOON.plus(Duration.ofDays(30)).getEpochSecond());
        assertThat(item.text("resultKey")).isEqualTo(DIRECTORY + "20260122-120000.json");
    }

    private Optional<Item> cached() {
        return CloudStores.table(settings.cacheTable())
                .get(Item.of("imageDigest", digest('a').value()));
    }

    @Test
    void shouldKeepTheLaterScanInTheCache() {
        history.record(failing("late").named(ECR).at(NOON.plusSeconds(60)).make());
        history.record(passing("early").named(ECR).make());

        assertThat(cached().orElseThrow().text("scanId")).isEqualTo("late");
    }

    @Test
    void shouldWriteNoResultForWhatHasNoPlaceThere() {
        history.record(passing("one").named("../../etc/passwd").make());
        history.record(passing("two").named(null).make());

        assertThat(keys()).isEmpty();
        assertThat(history.find(new io.jenkins.plugins.qualysfargate.engine.history.ScanId("one")))
                .isPresent();
    }

    @Test
    void shouldKeepItemsSmallWhateverTheReport() {
        history.record(
                failing("one").named(ECR).findings(Scans.findings(20_000)).make());

        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            assertThat(clients.dynamoDb()
                            .scan(request -> request.tableName(settings.historyTable()))
                            .items())
                    .isNotEmpty()
                    .allSatisfy(item ->
                            assertThat(ItemJson.of(item).toString().length()).isLessThan(100_000));
        }
        assertThat(history.firstSeen(ECR)).hasSize(20_000);
    }
}
