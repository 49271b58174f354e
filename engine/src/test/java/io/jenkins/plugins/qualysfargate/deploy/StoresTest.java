package io.jenkins.plugins.qualysfargate.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables, bucket and queues have the names and keys by which the code finds them, and lose nothing. */
class StoresTest {
    private static final Set<String> STORES = Set.of(
            "AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::KMS::Key", "AWS::Logs::LogGroup");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            scan-cache,  imageDigest HASH,                ttl, -
            history,     pk HASH sk RANGE,                ttl, -
            outbox,      messageId HASH,                  ttl, state-dueAt-index: state HASH dueAt RANGE
            leases,      leaseName HASH,                  ttl, -
            occurrences, pk HASH sk RANGE,                ttl, state-at-index: state HASH at RANGE
            incidents,   pk HASH sk RANGE,                ttl, state-at-index: state HASH at RANGE
            """)
    void shouldHaveTheKeysThatTheCodeUses(String table, String key, String ttl, String index) throws IOException {
        JsonNode properties = requireNonNull(tables().get("${NamePrefix}-" + table));
        assertThat(keys(properties.path("KeySchema"))).isEqualTo(key);
        assertThat(properties
                        .path("TimeToLiveSpecification")
                        .path("AttributeName")
                        .asText(null))
                .isEqualTo(ttl);
        assertThat(indexes(properties)).isEqualTo(index == null ? List.of() : List.of(index));
        properties.path("AttributeDefinitions").forEach(attribute -> assertThat(
                        attribute.path("AttributeType").asText())
                .isEqualTo("S"));
    }

    @Test
    void shouldKeepTheTableOfRuntimeEventsAsItIsKnown() throws IOException {
        JsonNode events = requireNonNull(tables().get("EventsTableName"));
        assertThat(keys(events.path("KeySchema"))).isEqualTo("eventId HASH");
        assertThat(indexes(events))
                .containsExactly(
                        "eventType-timestamp-index: eventType HASH timestampEpoch RANGE",
                        "severity-timestamp-index: severity HASH timestampEpoch RANGE",
                        "taskArn-timestamp-index: taskArn HASH timestampEpoch RANGE");
        assertThat(events.path("StreamSpecification").path("StreamViewType").asText())
                .isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(events.path("TimeToLiveSpecification").path("AttributeName").asText())
                .isEqualTo("ttl");
        assertThat(events.path("AttributeDefinitions").toString())
                .contains("{\"AttributeName\":\"timestampEpoch\",\"AttributeType\":\"N\"}");
        assertThat(Template.read("qualys-fargate.yaml")
                        .parameter("EventsTableName")
                        .path("Default")
                        .asText())
                .isEqualTo("fargate-runtime-security-events");
    }

    @Test
    void shouldBringBackWhatWasLostFromEveryTable() throws IOException {
        assertThat(tables()).hasSize(7).allSatisfy((name, properties) -> {
            assertThat(properties
                            .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asBoolean())
                    .isTrue();
            assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
            assertThat(properties
                            .at("/SSESpecification/Fn::If/1/KMSMasterKeyId/Ref")
                            .asText())
                    .isEqualTo("KmsKeyArn");
            assertThat(properties.at("/SSESpecification/Fn::If/2/SSEEnabled").asBoolean())
                    .isTrue();
            properties.path("GlobalSecondaryIndexes").forEach(index -> assertThat(
                            index.at("/Projection/ProjectionType").asText())
                    .isEqualTo("ALL"));
        });
    }

    @Test
    void shouldKeepEveryStoreWhenItsStackGoes() throws IOException {
        int found = 0;
        for (Template template : Template.all()) {
            for (Map.Entry<String, JsonNode> resource : template.resources().entrySet()) {
                if (STORES.contains(resource.getValue().path("Type").asText())) {
                    found++;
                    assertThat(List.of(
                                    resource.getValue().path("DeletionPolicy").asText(),
                                    resource.getValue()
                                            .path("UpdateReplacePolicy")
                                            .asText()))
                            .as(resource.getKey())
                            .containsOnly("Retain");
                }
            }
        }
        assertThat(found).isEqualTo(12);
    }

    @Test
    void shouldNeverNameAKeyTogetherWithAes256() throws IOException {
        JsonNode rules = bucket().at("/BucketEncryption/ServerSideEncryptionConfiguration/0/Fn::If");
        JsonNode withKey = rules.path(1).path("ServerSideEncryptionByDefault");
        JsonNode without = rules.path(2).path("ServerSideEncryptionByDefault");
        assertThat(rules.path(0).asText()).isEqualTo("HasKey");
        assertThat(withKey.path("SSEAlgorithm").asText()).isEqualTo("aws:kms");
        assertThat(withKey.has("KMSMasterKeyID")).isTrue();
        assertThat(without.path("SSEAlgorithm").asText()).isEqualTo("AES256");
        assertThat(without.has("KMSMasterKeyID")).isFalse();
    }

    @Test
    void shouldKeepTheBucketPrivateVersionedAndWithinBounds() throws IOException {
        assertThat(bucket().path("PublicAccessBlockConfiguration"))
                .hasSize(4)
                .allSatisfy(blocked -> assertThat(blocked.asBoolean()).isTrue());
        assertThat(bucket().at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
        JsonNode expiry = bucket().at("/LifecycleConfiguration/Rules/0");
        assertThat(expiry.at("/ExpirationInDays/Ref").asText()).isEqualTo("ResultRetentionDays");
        assertThat(expiry.at("/NoncurrentVersionExpiration/NoncurrentDays/Ref").asText())
                .isEqualTo("NoncurrentRetentionDays");
        assertThat(bucket().at("/BucketName/Fn::Sub").asText())
                .isEqualTo("${NamePrefix}-scan-results-${AWS::AccountId}");
        JsonNode statements =
                Template.read("stores.yaml").resource("ResultsBucketPolicy").at("/Properties/PolicyDocument/Statement");

        assertThat(statements).hasSize(2).allSatisfy(statement -> assertThat(
                        statement.path("Effect").asText())
                .isEqualTo("Deny"));
        assertThat(statements.at("/0/Condition/Bool/aws:SecureTransport").asText())
                .isEqualTo("false");
        assertThat(statements.at("/1/Condition/NumericLessThan/s3:TlsVersion").asText())
                .isEqualTo("1.2");
    }

    @Test
    void shouldKeepThingsAsLongAsThePagesSay() throws IOException {
        Template stack = Template.read("qualys-fargate.yaml");
        assertThat(stack.parameter("ResultRetentionDays").path("Default").asInt())
                .isEqualTo(90);
        assertThat(stack.parameter("LogRetentionDays").path("Default").asInt()).isEqualTo(90);
        assertThat(stack.parameter("TableRetentionDays").path("Default").asInt())
                .isEqualTo(30);
    }

    private static JsonNode bucket() throws IOException {
        return Template.read("stores.yaml").resource("ResultsBucket").path("Properties");
    }

    /** By name; that of a parameter if it is one. */
    private static Map<String, JsonNode> tables() throws IOException {
        Map<String, JsonNode> tables = new TreeMap<>();
        for (Template template : Template.all()) {
            for (JsonNode table : template.resources("AWS::DynamoDB::Table").values()) {
                JsonNode name = table.at("/Properties/TableName");
                tables.put(name.path("Fn::Sub").asText(name.path("Ref").asText()), table.path("Properties"));
            }
        }
        return tables;
    }

    private static List<String> indexes(JsonNode properties) {
        List<String> indexes = new ArrayList<>();
        properties
                .path("GlobalSecondaryIndexes")
                .forEach(index -> indexes.add(index.path("IndexName").asText() + ": " + keys(index.path("KeySchema"))));
        return indexes;
    }

    private static String keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.forEach(key -> keys.add(
                key.path("AttributeName").asText() + " " + key.path("KeyType").asText()));
        return String.join(" ", keys);
    }
}
