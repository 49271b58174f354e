package io.jenkins.plugins.qualysfargate.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageAlertTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ECR = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/payments-api:1.4.2";

    private static OutboxMessage alert(ScanRecord scan) {
        return ImageAlert.of(scan, "sns");
    }

    private static JsonNode body(ScanRecord scan) throws IOException {
        return JSON.readTree(alert(scan).body());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void shouldHaveTheKeysOfTheOriginalFirstAndInItsOrder() throws IOException {
        JsonNode original =
                JSON.readTree(Files.readString(Path.of("../contracts/samples/aws/original-sns-image-alert.json")));
        JsonNode body = body(Scans.failing("one").named(ECR).make());

        assertThat(keys(body)).startsWith(keys(original).toArray(String[]::new));
        assertThat(keys(body.get("summary")))
                .startsWith(keys(original.get("summary")).toArray(String[]::new));
        original.fieldNames().forEachRemaining(key -> assertThat(body.get(key).getNodeType())
                .as(key)
                .isEqualTo(original.get(key).getNodeType()));
    }

    @Test
    void shouldSayWhatWasFoundWhere() throws IOException {
        JsonNode body = body(Scans.failing("one").named(ECR).make());

        assertThat(body.get("alertType").textValue()).isEqualTo("Security Alert: team/payments-api:1.4.2");
        assertThat(body.get("repository").textValue()).isEqualTo("team/payments-api");
        assertThat(body.get("imageTag").textValue()).isEqualTo("1.4.2");
        assertThat(body.get("scannedAt").textValue()).isEqualTo("2026-01-22T12:00:00Z");
        assertThat(body.get("summary").get("critical").longValue()).isEqualTo(1);
        assertThat(body.get("accountId").textValue()).isEqualTo("123456789012");
        assertThat(body.get("region").textValue()).isEqualTo("eu-central-1");
        assertThat(body.get("verdict").textValue()).isEqualTo("fail");
    }

    @Test
    void shouldWriteNoZeroForANumberThatNobodyKnows() throws IOException {
        JsonNode body = body(Scans.broken("one").make());

        assertThat(body.get("status").textValue()).isEqualTo("incomplete");
        assertThat(body.get("verdict").textValue()).isEqualTo("indeterminate");
        body.get("summary").forEach(number -> assertThat(number.isNull()).isTrue());
        assertThat(alert(Scans.broken("one").make()).attributes())
                .isEqualTo(Map.of(
                        "status", "incomplete",
                        "verdict", "indeterminate",
                        "severity", "unknown",
                        "repository", "payments-api"));
    }

    @Test
    void shouldKeepToTheContract() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../contracts/image-alert.schema.json")));

        for (ScanRecord scan : List.of(
                Scans.failing("one").make(),
                Scans.broken("two").make(),
                Scans.passing("three").named("not: a reference").make())) {
            assertThat(schema.validate(body(scan))).isEmpty();
        }
        assertThat(schema.validate(JSON.readTree("{\"alertType\":\"x\"}"))).isNotEmpty();
    }

    @Test
    void shouldKeepTheLimitsOfTheSubject() {
        String subject = alert(Scans.failing("one")
                        .named("registry.example/" + "a".repeat(200) + ":1")
                        .make())
                .subject();
        assertThat(subject).hasSize(100).startsWith("Security Alert: aaa");

        assertThat(alert(Scans.failing("one").named("ü\n\u0000").make()).subject())
                .isEqualTo("Security Alert: ??? (linux/amd64):untagged");
    }

    @Test
    void shouldBeTheSameMessageForTheSameScan() {
        ScanRecord scan = Scans.failing("one").make();
        assertThat(alert(scan)).isEqualTo(alert(scan));
        assertThat(alert(scan).id()).isEqualTo("image-alert:one");
    }
}
