package io.jenkins.plugins.qualysfargate.engine.aws.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OriginalResultsTest {
    private static final Path SAMPLE = Path.of("../contracts/samples/aws/original-s3-scan-result.json");
    private static final Digest DIGEST =
            new Digest("sha256:2841bbdbb60dfbf334c61077b187191437b790ba39d8334cae0a1729181d79c4");
    private static final Digest OTHER = new Digest("sha256:" + "b".repeat(64));

    private final String bucket = StandIns.unique("original");
    private final AwsClients s3 = StandIns.clients(StandIns.s3());
    private final AwsClients dynamoDb = StandIns.clients(StandIns.dynamoDb());
    private Table table;
    private OriginalResults results;

    @BeforeEach
    void makeStores() {
        s3.s3().createBucket(request -> request.bucket(bucket));
        table = new Table(dynamoDb, Tables.make(AwsTables.SCAN_CACHE));
        results = new OriginalResults(
                new Bucket(s3, new Bucket.Place(bucket, null, null)), new OriginalCache(table, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        s3.close();
        dynamoDb.close();
    }

    private void put(String repository, Digest digest, String time, String body) {
        s3.s3()
                .putObject(
                        request -> request.bucket(bucket)
                                .key("scan-results/" + repository + "/" + digest + "/" + time + ".json"),
                        RequestBody.fromString(body));
    }

    private static String result(Digest digest, int found, String findings) {
        return """
                {"repository":"team/app","imageDigest":"%s","imageTag":"latest","accountId":"1","region":"r",
                "scannedAt":"2025-01-22T12:00:00.123456","scanResults":{"vulnerabilityCount":%d,"secretCount":0,
                "criticalCount":0,"highCount":%d,"mediumCount":0,"lowCount":0,"findings":%s}}
                """.formatted(digest, found, found, findings);
    }

    private OriginalEntry only() {
        OriginalPage page = results.page("", null, 100);
        assertThat(page.next()).isNull();
        assertThat(page.entries()).hasSize(1);
        return page.entries().get(0);
    }

    @Test
    void shouldReadTheDocumentedResult() throws IOException {
        put("team/vulnerable-test-app", DIGEST, "20250122-120000", Files.readString(SAMPLE));

        OriginalEntry entry = only();

        assertThat(entry.key())
                .isEqualTo(new OriginalKey("team/vulnerable-test-app", DIGEST, Instant.parse("2025-01-22T12:00:00Z")));
        assertThat(entry.assessment()).isEqualTo(new Assessment.Found(21));
        assertThat(entry.result())
                .isEqualTo(new OriginalResult(
                        entry.key(),
                        "latest",
                        Instant.parse("2025-01-22T12:00:00Z"),
                        new OriginalNumbers(18L, 3L, 5L, 8L, 5L, 0L, 21L)));
    }

    @Test
    void shouldTakeATimeWithoutZoneForUtc() {
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 1, "[{}]"));

        assertThat(Objects.requireNonNull(only().result()).scannedAt())
                .isEqualTo(Instant.parse("2025-01-22T12:00:00.123456Z"));
    }

    @Test
    void shouldSuspectAResultWithoutFindings() {
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 0, "[]"));

        assertThat(only().assessment())
                .isInstanceOfSatisfying(Assessment.Suspect.class, suspect -> assertThat(suspect.reason())
                        .startsWith("Nothing was found, as whenever the original scanner failed"));
    }

    @Test
    void shouldSuspectMoreWhereTheDigestBeforeItHadFindings() {
        put("team/app", OTHER, "20250121-120000", result(OTHER, 7, "[{},{},{},{},{},{},{}]"));
        put("team/app", OTHER, "20250123-120000", result(OTHER, 0, "[]"));
        put("team/app/other", OTHER, "20250122-110000", result(OTHER, 9, "[{}]"));
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 0, "[]"));

        assertThat(results.page("team/app/" + DIGEST, null, 10).entries().get(0).assessment())
                .isInstanceOfSatisfying(Assessment.Suspect.class, suspect -> assertThat(suspect.reason())
                        .contains("the digest before it had 7 findings"));
    }

    @Test
    void shouldSuspectCountsWithoutFindings() {
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 5, "[]"));

        assertThat(only().assessment())
                .isEqualTo(new Assessment.Suspect("The result counts 5 findings and lists none."));
    }

    @Test
    void shouldSuspectAResultThatSaysNoNumbers() {
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 5, "[]").replace("\"secretCount\":0", "\"x\":0"));

        assertThat(only().assessment()).isInstanceOf(Assessment.Suspect.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"scanResults\":3}", "{\"scanResults\":{}}", "null", "<html>"})
    void shouldSayThatAnObjectIsNoResult(String body) {
        put("team/app", DIGEST, "20250122-120000", body);

        OriginalEntry entry = only();
        assertThat(entry.result()).isNull();
        assertThat(entry.assessment()).isInstanceOf(Assessment.Unreadable.class);
    }

    @Test
    void shouldNotTakeAResultForThatOfAnotherDigest() {
        put("team/app", DIGEST, "20250122-120000", result(OTHER, 1, "[{}]"));

        assertThat(only().assessment()).isInstanceOf(Assessment.Unreadable.class);
    }

    @Test
    void shouldLeaveOutWhatIsNoResultOfTheOriginal() {
        put(
                "team/app",
                DIGEST,
                "20250122-120000",
                result(DIGEST, 1, "[{}]").replace("{\"repo", "{\"status\":\"complete\",\"repo"));
        put("team/app", DIGEST, "_20250122-120000-report", "{}");
        put("team/app", DIGEST, "20251399-120000", "{}");

        assertThat(results.page("", null, 10).entries()).isEmpty();
    }

    @Test
    void shouldPageThroughWithoutLossOrRepeat() {
        List<Instant> expected = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            put("team/app", DIGEST, "20250122-1200" + i, result(DIGEST, 1, "[{}]"));
            expected.add(Instant.parse("2025-01-22T12:00:" + i + "Z"));
        }
        List<Instant> read = new ArrayList<>();
        OriginalPage page = results.page("", null, 4);
        page.entries().forEach(entry -> read.add(entry.key().time()));
        while (page.next() != null) {
            page = results.page("", page.next(), 4);
            page.entries().forEach(entry -> read.add(entry.key().time()));
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void shouldTakeTheCacheForNewsBecauseACachedImageGetsNoNewObject() {
        put("team/app", DIGEST, "20250122-120000", result(DIGEST, 1, "[{}]"));
        Instant written = only().freshAt();
        Instant later = written.plus(Duration.ofHours(1));
        table.put(cached(later.toString(), later.plus(Duration.ofDays(1))));
        assertThat(only().freshAt()).isEqualTo(later);

        table.put(cached(later.toString(), Instant.EPOCH));
        assertThat(only().freshAt()).as("the item has expired").isEqualTo(written);
    }

    private static Item cached(String scannedAt, Instant expires) {
        return Item.of("imageDigest", DIGEST.value())
                .with("scannedAt", scannedAt)
                .with("ttl", expires.getEpochSecond())
                .and(
                        "scanResults",
                        AttributeValue.fromM(Map.of(
                                "vulnerabilityCount", AttributeValue.fromN("0"),
                                "secretCount", AttributeValue.fromN("0"),
                                "findings", AttributeValue.fromL(List.of()))));
    }

    @Test
    void shouldSuspectACachedResultWithoutFindings() {
        Clock noon = Clock.fixed(Instant.parse("2025-01-22T12:00:00Z"), ZoneOffset.UTC);
        OriginalCache cache = new OriginalCache(table, noon);
        table.put(cached("2025-01-22T11:00:00", Instant.parse("2025-01-23T12:00:00Z")));

        OriginalCache.Cached cached = cache.find(DIGEST).orElseThrow();

        assertThat(cached.scannedAt()).isEqualTo(Instant.parse("2025-01-22T11:00:00Z"));
        assertThat(cached.assessment()).isInstanceOf(Assessment.Suspect.class);
        table.put(cached("2025-01-22T11:00:00", Instant.parse("2025-01-23T12:00:00Z"))
                .with("status", "complete"));
        assertThat(cache.find(DIGEST)).isEmpty();
    }

    @Test
    void shouldNotBeEmptyWhenTheBucketIsMissing() {
        OriginalResults missing = new OriginalResults(
                new Bucket(s3, new Bucket.Place("no-such-bucket", null, null)),
                new OriginalCache(table, Clock.systemUTC()));

        assertThatThrownBy(() -> missing.page("", null, 1))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("s3:ListBucket on bucket no-such-bucket");
    }
}
