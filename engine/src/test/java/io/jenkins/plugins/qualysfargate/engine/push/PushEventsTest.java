package io.jenkins.plugins.qualysfargate.engine.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies of messages say; the samples and the schema are the contract. */
class PushEventsTest {
    private static final Path SAMPLES = Path.of("../contracts/samples/push");
    private static final Digest DIGEST =
            new Digest("sha256:2841bbdbb60dfbf334c61077b187191437b790ba39d8334cae0a1729181d79c4");

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLES.resolve(name + ".json"));
    }

    private static PushDecision decided(String name) throws IOException {
        return PushEvents.decode(sample(name));
    }

    private static Push wanted(String name) throws IOException {
        return decided(name)
                .fold(
                        PushDecision.Wanted::push,
                        ignored -> fail(ignored.reason()),
                        malformed -> fail(malformed.reason()));
    }

    private static Push fail(String reason) {
        throw new AssertionError(reason);
    }

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldDecideEverySampleAsItsNameSays(String name) throws IOException {
        String kind = decided(name).fold(it -> "wanted", it -> "ignored", it -> "malformed");

        assertThat(name).startsWith(kind + "-");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldFindAPushExactlyWhereTheContractDoes(String name) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../contracts/push-event.schema.json")));
        JsonNode body;
        try {
            body = new ObjectMapper().readTree(sample(name));
        } catch (IOException notJson) {
            assertThat(name).startsWith("malformed-");
            return;
        }
        boolean known = schema.validate(body).isEmpty();
        // What no schema can say: a name that stands twice, and what a manifest within a text says.
        boolean beyondSchemas =
                name.endsWith("doubled-key") || name.endsWith("signature") || name.endsWith("sns-in-sns");

        assertThat(known).isEqualTo(name.startsWith("wanted-") || beyondSchemas);
    }

    @Test
    void shouldReadEcrsOwnEvent() throws IOException {
        assertThat(wanted("wanted-ecr-image-action"))
                .isEqualTo(new Push(
                        new EcrRegistry("123456789012", "us-east-1"),
                        "vulnerable-test-app",
                        DIGEST,
                        "latest",
                        Instant.parse("2025-01-22T11:58:00Z"),
                        "13cde686-328b-6117-af20-0e5566167482",
                        null));
        assertThat(wanted("wanted-ecr-image-action").image())
                .hasToString("123456789012.dkr.ecr.us-east-1.amazonaws.com/vulnerable-test-app:latest@" + DIGEST);
        assertThat(wanted("wanted-ecr-image-action-untagged").tag()).isNull();
    }

    @Test
    void shouldKnowTheHostOfARegionInChina() throws IOException {
        assertThat(wanted("wanted-ecr-image-action-index").image().registry())
                .isEqualTo("210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn");
        assertThat(EcrRegistry.of("210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn"))
                .contains(new EcrRegistry("210987654321", "cn-north-1"));
    }

    @Test
    void shouldReadTheRecordOfCloudTrail() throws IOException {
        Push push = wanted("wanted-cloudtrail-put-image");
        Push other = wanted("wanted-cloudtrail-put-image-of-another-account");

        assertThat(push.image()).isEqualTo(wanted("wanted-ecr-image-action").image());
        assertThat(other.registry().account()).isEqualTo("210987654321");
        assertThat(other.tag()).isNull();
        assertThat(other.pushedAt()).isEqualTo(Instant.parse("2025-01-22T11:52:41Z"));
    }

    @Test
    void shouldReadBackWhatASweepWrites() throws IOException {
        Push push = wanted("wanted-by-a-sweep");

        assertThat(push.freshAfter()).isEqualTo(Instant.parse("2025-02-22T00:00:00Z"));
        assertThat(PushEvents.decode(ScanWish.write(push))).isEqualTo(new PushDecision.Wanted(push));
    }

    @Test
    void shouldTakeTheWordUntaggedForNoTag() throws IOException {
        String body = sample("wanted-ecr-image-action").replace("\"latest\"", "\"untagged\"");

        assertThat(PushEvents.decode(body).<Boolean>fold(it -> it.push().tag() == null, it -> false, it -> false))
                .isTrue();
    }

    @Test
    void shouldReadNoBodyThatIsTooLong() throws IOException {
        String start = sample("wanted-ecr-image-action").strip();
        String filled =
                start.substring(0, start.length() - 1) + ",\"x\":\"" + "ü".repeat(PushEvents.LONGEST_BODY / 2) + "\"}";

        assertThat(PushEvents.decode(filled))
                .isEqualTo(new PushDecision.Malformed("The event cannot be used: it has more than 262144 bytes."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"text\"", "{", "{}", "{\"Type\":\"Notification\"}"})
    void shouldRefuseWhatIsNoEvent(String body) {
        assertThat(PushEvents.decode(body)).isInstanceOf(PushDecision.Malformed.class);
    }

    @Test
    void shouldQuoteNothingOfAHostileBody() throws IOException {
        for (String name : samples()) {
            if (name.startsWith("malformed-")) {
                String reason =
                        decided(name).fold(it -> "", PushDecision.Ignored::reason, PushDecision.Malformed::reason);
                assertThat(reason).doesNotContain("passwd", "evil", "-rf", "yesterday", "2841");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901.dkr.ecr.eu-central-1.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example",
                "123456789012.dkr.ecr.us-iso-east-1.amazonaws.com",
                "registry.example"
            })
    void shouldKnowNoOtherHostAsARegistryOfEcr(String host) {
        assertThat(EcrRegistry.of(host)).isEmpty();
    }
}
