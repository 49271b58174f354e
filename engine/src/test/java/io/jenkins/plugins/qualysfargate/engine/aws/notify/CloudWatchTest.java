package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement;
import io.jenkins.plugins.qualysfargate.engine.metrics.ScanLine;
import io.jenkins.plugins.qualysfargate.engine.metrics.ScanMeasurements;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloudWatchTest {
    private static final Instant NOON = Scans.NOON;

    private static AwsClients clients(TroubledPath path) {
        return new AwsClients(StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 1));
    }

    private static List<String> operations(TroubledPath path) {
        return path.calls().stream().map(TroubledPath.Call::operation).toList();
    }

    @Test
    void shouldSendFiguresForAllAndForEachRepository() {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.query("PutMetricData", ""));
                AwsClients aws = clients(path)) {
            new CloudWatchMetrics(aws, "QualysFargate")
                    .send(ScanMeasurements.of(
                            List.of(Scans.failing("one").make().image())));

            String form = URLDecoder.decode(path.calls().get(0).body(), StandardCharsets.UTF_8);
            assertThat(operations(path)).containsExactly("PutMetricData");
            assertThat(form).contains("Namespace=QualysFargate", "MetricName=ScanFailed", "Value=payments-api");
        }
    }

    @Test
    void shouldSendManyFiguresInSeveralCalls() {
        List<Measurement> many =
                Collections.nCopies(1001, new Measurement("ScanCompleted", 1, Measurement.Unit.COUNT, Map.of(), NOON));
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.query("PutMetricData", ""));
                AwsClients aws = clients(path)) {
            new CloudWatchMetrics(aws, "QualysFargate").send(many);

            assertThat(path.calls()).hasSize(3);
        }
    }

    @Test
    void shouldNameWhatMayNotBeSent() {
        try (TroubledPath path = TroubledPath.answering(
                        call -> Fault.Answer.refusedQuery(403, "AccessDenied", "not authorized"));
                AwsClients aws = clients(path)) {
            CloudWatchMetrics metrics = new CloudWatchMetrics(aws, "QualysFargate");
            List<Measurement> one =
                    List.of(new Measurement("ScanCompleted", 1, Measurement.Unit.COUNT, Map.of(), NOON));

            assertThatThrownBy(() -> metrics.send(one))
                    .isInstanceOf(AwsException.class)
                    .hasMessageContaining("cloudwatch:PutMetricData on namespace QualysFargate");
        }
    }

    @Test
    void shouldNotCallAScanThatGaveNoAnswerCompleted() {
        List<Measurement> figures =
                ScanMeasurements.of(List.of(Scans.broken("one").make().image()));

        assertThat(figures)
                .filteredOn(each -> each.name().equals("ScanCompleted"))
                .allMatch(each -> each.value() == 0);
        assertThat(figures)
                .filteredOn(each -> each.name().equals("ScanIndeterminate"))
                .hasSize(2)
                .allMatch(each -> each.value() == 1);
        assertThat(figures).noneMatch(each -> each.name().equals("VulnerabilityCount"));
    }

    @Test
    void shouldWriteLinesInOrderIntoAStreamThatItMakesOnce() throws IOException {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.json("{}"));
                AwsClients aws = clients(path)) {
            CloudWatchLog log = new CloudWatchLog(aws, "/qualys-fargate/scans", "controller-1");
            log.write(List.of(
                    new CloudWatchLog.Line(NOON.plusSeconds(1), "{\"n\":2}"),
                    new CloudWatchLog.Line(NOON, "{\"n\":1}")));
            log.write(List.of(new CloudWatchLog.Line(NOON, "{\"n\":3}")));

            assertThat(operations(path)).containsExactly("CreateLogStream", "PutLogEvents", "PutLogEvents");
            JsonNode put = new JsonMapper().readTree(path.calls().get(1).body());
            assertThat(put.get("logEvents").findValuesAsText("message")).containsExactly("{\"n\":1}", "{\"n\":2}");
        }
    }

    @Test
    void shouldUseAStreamThatIsThereAlreadyAndKeepTheLimitsOfACall() {
        String long512k = "x".repeat(512 << 10);
        try (TroubledPath path = TroubledPath.answering(call -> call.operation().equals("CreateLogStream")
                        ? Fault.Answer.json(400, "ResourceAlreadyExistsException", "it is there")
                        : Fault.Answer.json("{}"));
                AwsClients aws = clients(path)) {
            new CloudWatchLog(aws, "/qualys-fargate/scans", "controller-1")
                    .write(IntStream.range(0, 3)
                            .mapToObj(i -> new CloudWatchLog.Line(NOON, long512k))
                            .toList());

            assertThat(operations(path))
                    .containsExactly("CreateLogStream", "PutLogEvents", "PutLogEvents", "PutLogEvents");
        }
    }

    @Test
    void shouldNotTakeARejectedLineForAWrittenOne() {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.json(
                        call.operation().equals("PutLogEvents")
                                ? "{\"rejectedLogEventsInfo\":{\"tooOldLogEventEndIndex\":1}}"
                                : "{}"));
                AwsClients aws = clients(path)) {
            CloudWatchLog log = new CloudWatchLog(aws, "/qualys-fargate/scans", "controller-1");

            assertThatThrownBy(() -> log.write(List.of(new CloudWatchLog.Line(NOON, "{}"))))
                    .hasMessageContaining("/qualys-fargate/scans");
        }
    }

    @Test
    void shouldWriteALineThatSearchesCanRead() throws IOException {
        JsonNode line = new JsonMapper()
                .readTree(ScanLine.of(Scans.failing("one").make().image(), new ScanId("one")));
        JsonNode broken =
                new JsonMapper().readTree(ScanLine.of(Scans.broken("two").make().image(), null));

        assertThat(line.get("verdict").textValue()).isEqualTo("fail");
        assertThat(line.get("critical").intValue()).isEqualTo(1);
        assertThat(line.get("scanId").textValue()).isEqualTo("one");
        assertThat(broken.get("level").textValue()).isEqualTo("ERROR");
        assertThat(broken.has("critical")).isFalse();
    }
}
