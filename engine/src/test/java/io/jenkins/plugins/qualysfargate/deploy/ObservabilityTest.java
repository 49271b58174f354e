package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs the gate is told when it does not. */
class ObservabilityTest {
    /** What the engine sends. */
    private static final Set<String> METRICS = Set.of(
            "ScanCompleted",
            "ScanPassed",
            "ScanFailed",
            "ScanIndeterminate",
            "ScanDuration",
            "CacheHit",
            "VulnerabilityCount",
            "PushReceived",
            "PushRejected",
            "PushLag",
            "AlertDelivered",
            "AlertUndelivered");

    /** CloudWatch's limit for one alarm, its expression included. */
    private static final int MOST_METRICS = 10;

    private static final Pattern SEARCHED = Pattern.compile("QualysFargate,Repository} MetricName=\"(\\w+)\"");

    @Test
    void shouldRaiseAndEndEveryAlarmAtTheOperatorsTopic() throws IOException {
        assertThat(alarms()).hasSize(12).allSatisfy((name, alarm) -> {
            assertThat(alarm.at("/AlarmActions/0/Ref").asText()).isEqualTo("OperationsTopicArn");
            assertThat(alarm.at("/OKActions/0/Ref").asText()).isEqualTo("OperationsTopicArn");
            // The topic's policy and the key's let in alarms of this name only.
            assertThat(alarm.at("/AlarmName/Fn::Sub").asText()).startsWith("${NamePrefix}-");
            assertThat(alarm.path("AlarmDescription").asText()).endsWith(".").doesNotContain("TODO");
            assertThat(alarm.path("Metrics").size()).isLessThanOrEqualTo(MOST_METRICS);
        });
    }

    @Test
    void shouldTakeSilenceForAnAlarmOnlyWhereSilenceIsOne() throws IOException {
        assertThat(alarms()).allSatisfy((name, alarm) -> assertThat(
                        alarm.path("TreatMissingData").asText())
                .as(name)
                .isEqualTo(name.equals("NoCompletedScan") ? "breaching" : "notBreaching"));
        JsonNode silence = alarm("NoCompletedScan");
        assertThat(silence.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
        assertThat(silence.path("Period").asInt()).isEqualTo(3_600);
        assertThat(silence.at("/EvaluationPeriods/Ref").asText()).isEqualTo("SilentHours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottledReads", "ThrottledWrites"})
    void shouldWatchEveryTableForThrottling(String alarm) throws IOException {
        Set<String> tables = new HashSet<>();
        alarm(alarm).path("Metrics").forEach(metric -> {
            JsonNode table = metric.at("/MetricStat/Metric/Dimensions/0/Value");
            tables.add(table.path("Ref").asText(table.path("Fn::Sub").asText()));
        });
        assertThat(tables)
                .contains(
                        "ScanCacheTable",
                        "EventsTable",
                        "${NamePrefix}-history",
                        "${NamePrefix}-outbox",
                        "${NamePrefix}-leases",
                        "${NamePrefix}-occurrences",
                        "${NamePrefix}-incidents");
    }

    @Test
    void shouldNoticeWhatEachRuleLoses() throws IOException {
        Set<String> watched = new HashSet<>();
        alarm("LostEvents")
                .path("Metrics")
                .forEach(metric -> watched.add(metric.at("/MetricStat/Metric/Dimensions/0/Value/Fn::Sub")
                        .asText()));
        assertThat(watched)
                .containsAll(Template.read("pushes.yaml").resources("AWS::Events::Rule").values().stream()
                        .map(rule -> rule.at("/Properties/Name/Fn::Sub").asText())
                        .toList());
    }

    @Test
    void shouldAskOnlyForMetricsThatAreSent() throws IOException {
        Set<String> asked = new HashSet<>();
        alarms().values().forEach(alarm -> {
            if (alarm.path("Namespace").asText().equals("QualysFargate")) {
                asked.add(alarm.path("MetricName").asText());
            }
        });
        for (JsonNode widget : dashboard()) {
            widget.at("/properties/metrics").forEach(metric -> {
                if (metric.path(0).asText().equals("QualysFargate")) {
                    asked.add(metric.path(1).asText());
                }
                SEARCHED.matcher(metric.path(0).path("expression").asText())
                        .results()
                        .forEach(found -> asked.add(found.group(1)));
            });
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(METRICS);
    }

    @Test
    void shouldPlaceEveryWidgetInTheGridBesideTheOthers() throws IOException {
        Set<String> taken = new HashSet<>();
        for (JsonNode widget : dashboard()) {
            assertThat(widget.at("/properties/title").asText()).isNotBlank();
            int right = widget.path("x").asInt() + widget.path("width").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = widget.path("x").asInt(); x < right; x++) {
                for (int y = 0; y < widget.path("height").asInt(); y++) {
                    String cell = x + " " + (widget.path("y").asInt() + y);
                    assertThat(taken.add(cell)).as(cell).isTrue();
                }
            }
        }
        assertThat(taken).isNotEmpty();
    }

    @Test
    void shouldGiveEveryQueryTheColumnsThatTheTableHas() throws IOException {
        Template athena = Template.read("athena.yaml");
        Set<String> columns = new HashSet<>();
        athena.resource("Results")
                .at("/Properties/TableInput/StorageDescriptor/Columns")
                .forEach(column -> columns.add(column.path("Name").asText()));
        Map<String, JsonNode> queries = athena.resources("AWS::Athena::NamedQuery");
        assertThat(queries).hasSize(5).allSatisfy((name, query) -> {
            String text = query.at("/Properties/QueryString").asText();
            assertThat(text).contains("FROM results").doesNotContain(";");
            assertThat(Stream.of("repository", "imagedigest", "imagetag", "platform", "scannedat", "verdict"))
                    .allSatisfy(column -> assertThat(columns).contains(column));
        });
        assertThat(columns).contains("status", "reason", "scannerversion", "scantypes", "schemaversion", "scanid");
    }

    private static JsonNode alarm(String name) throws IOException {
        return Template.read("alarms.yaml").resource(name).path("Properties");
    }

    private static Map<String, JsonNode> alarms() throws IOException {
        Map<String, JsonNode> alarms = Template.read("alarms.yaml").resources("AWS::CloudWatch::Alarm");
        alarms.replaceAll((name, alarm) -> alarm.path("Properties"));
        return alarms;
    }

    private static JsonNode dashboard() throws IOException {
        String body = Template.read("dashboard.yaml")
                .resource("Dashboard")
                .at("/Properties/DashboardBody/Fn::Sub")
                .asText();
        return new ObjectMapper().readTree(body).path("widgets");
    }
}
