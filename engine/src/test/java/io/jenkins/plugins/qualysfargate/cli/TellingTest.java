package io.jenkins.plugins.qualysfargate.cli;

import static io.jenkins.plugins.qualysfargate.cli.CommandRun.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others on AWS hear of a run, from the command line to the calls. */
class TellingTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:qualys-fargate-security-alerts";

    @TempDir
    private Path directory;

    private CommandRun gate(TroubledPath aws, String sample, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "gate",
                "--report",
                SAMPLES.resolve(sample).toString(),
                "--history",
                directory.resolve("history").toString(),
                "--aws-endpoint",
                aws.endpoint().toString(),
                "--aws-region",
                "eu-central-1"));
        arguments.addAll(List.of(more));
        return CommandRun.of(directory, arguments.toArray(String[]::new));
    }

    private CommandRun alerts(TroubledPath aws, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "history",
                "alerts",
                "--history",
                directory.resolve("history").toString(),
                "--aws-endpoint",
                aws.endpoint().toString(),
                "--aws-region",
                "eu-central-1"));
        arguments.addAll(List.of(more));
        return CommandRun.of(directory, arguments.toArray(String[]::new));
    }

    private static TroubledPath answering(Function<TroubledPath.Call, Fault.Answer> answers) {
        return TroubledPath.answering(answers);
    }

    private static Fault.Answer taken(TroubledPath.Call call) {
        return call.path().equals("/") && call.body().startsWith("Action=")
                ? Fault.Answer.query(call.operation(), "<MessageId>1</MessageId>")
                : Fault.Answer.json("{}");
    }

    private static List<String> operations(TroubledPath path) {
        return path.calls().stream().map(TroubledPath.Call::operation).toList();
    }

    @Test
    void shouldSendOneAlertForAScanThatIsWorthOne() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            CommandRun run = gate(aws, "vulnerable", "--alert-topic", TOPIC);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(operations(aws)).containsExactly("Publish");
            assertThat(URLDecoder.decode(aws.calls().get(0).body(), StandardCharsets.UTF_8))
                    .contains("\"critical\":5")
                    .contains("\"secrets\":3")
                    .contains("Security Alert: ");
        }
    }

    @Test
    void shouldSendNoneForACleanImage() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            assertThat(gate(aws, "clean", "--alert-topic", TOPIC).status()).isZero();
            assertThat(aws.calls()).isEmpty();
        }
    }

    @Test
    void shouldSendOneForAScanThatGaveNoAnswer() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            assertThat(gate(aws, "corrupt/empty-Report.sarif.json", "--alert-topic", TOPIC)
                            .status())
                    .isEqualTo(3);
            assertThat(operations(aws)).containsExactly("Publish");
        }
    }

    @Test
    void shouldKeepTheVerdictAndTryAgainIfTheTopicTakesNothing() {
        boolean[] denied = {true};
        try (TroubledPath aws = answering(call ->
                denied[0] ? Fault.Answer.refusedQuery(403, "AuthorizationError", "not authorized") : taken(call))) {
            CommandRun run = gate(aws, "vulnerable", "--alert-topic", TOPIC);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .contains("1 alert(s) could not be delivered yet")
                    .contains("Allow sns:Publish on topic " + TOPIC);
            assertThat(alerts(aws).out()).contains("image-alert:").contains("1 waits, 0 given up.");
            denied[0] = false;
            assertThat(alerts(aws, "--deliver", "--alert-topic", TOPIC).out()).contains("1 waits");
        }
    }

    @Test
    void shouldSendFiguresAndLinesIfAskedTo() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            gate(aws, "clean", "--metrics-namespace", "QualysFargate", "--log-group", "/qualys-fargate/scans");

            assertThat(operations(aws)).containsExactly("PutMetricData", "CreateLogStream", "PutLogEvents");
        }
    }

    @Test
    void shouldCountAlertsThatNobodyHeard() {
        try (TroubledPath aws = answering(call -> call.operation().equals("Publish")
                ? Fault.Answer.refusedQuery(403, "AuthorizationError", "not authorized")
                : taken(call))) {
            gate(aws, "vulnerable", "--alert-topic", TOPIC, "--metrics-namespace", "QualysFargate");

            assertThat(operations(aws)).containsExactly("Publish", "PutMetricData");
            String figures = aws.calls().get(1).body();
            Matcher undelivered = Pattern.compile("(MetricData\\.member\\.\\d+)\\.MetricName=AlertUndelivered")
                    .matcher(figures);
            assertThat(undelivered.find()).isTrue();
            assertThat(figures).contains(undelivered.group(1) + ".Value=1.0");
        }
    }

    @Test
    void shouldNotAlertWithoutAHistoryToSaveTheAlertIn() {
        CommandRun run = CommandRun.of(
                directory, "gate", "--report", SAMPLES.resolve("clean").toString(), "--alert-topic", TOPIC);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("need a history").contains("--history");
    }

    @Test
    void shouldNameWhatThereIsToAlertOn() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            CommandRun run = gate(aws, "clean", "--alert-topic", TOPIC, "--alert-on", "everything");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("critical, high, medium, secrets, malware, failed, indeterminate");
        }
    }

    @Test
    void shouldRefuseARoleThatIsNone() {
        try (TroubledPath aws = answering(TellingTest::taken)) {
            assertThat(gate(aws, "clean", "--aws-role", "admin").err()).contains("arn:aws:iam::ACCOUNT:role/NAME");
            assertThat(gate(aws, "clean", "--aws-external-id", "x1").err()).contains("--aws-role");
        }
    }

    @Test
    void shouldTakePlatformAndTokenFromASecret() {
        try (TroubledPath aws = answering(call -> Fault.Answer.json(
                400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."))) {
            CommandRun run = CommandRun.of(
                    directory,
                    "connection",
                    "check",
                    "--qualys-secret",
                    "prod/qualys",
                    "--aws-region",
                    "eu-central-1",
                    "--aws-endpoint",
                    aws.endpoint().toString());

            assertThat(operations(aws)).containsExactly("GetSecretValue");
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).contains("secretsmanager:GetSecretValue on secret prod/qualys");
        }
    }
}
