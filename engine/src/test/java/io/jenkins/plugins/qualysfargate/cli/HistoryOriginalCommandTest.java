package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryOriginalCommandTest {
    private static final String DIGEST = "sha256:2841bbdbb60dfbf334c61077b187191437b790ba39d8334cae0a1729181d79c4";
    private static final String KEY = "scan-results/vulnerable-test-app/" + DIGEST + "/20250122-120000.json";

    @TempDir
    private Path directory;

    private CommandRun run(String body, String... more) {
        try (TroubledPath aws = TroubledPath.answering(call -> answer(call, body))) {
            String[] arguments = new String[more.length + 8];
            String[] first = {
                "history",
                "original",
                "--aws-stack",
                "prod",
                "--aws-region",
                "eu-central-1",
                "--aws-endpoint",
                aws.endpoint().toString()
            };
            System.arraycopy(first, 0, arguments, 0, first.length);
            System.arraycopy(more, 0, arguments, first.length, more.length);
            return CommandRun.of(directory, Map.of("RESULTS_BUCKET", "results"), arguments);
        }
    }

    private static Fault.Answer answer(TroubledPath.Call call, String body) {
        if (call.operation().equals("GetItem")) {
            return Fault.Answer.json("{}");
        }
        return call.path().contains("list-type=2")
                ? new Fault.Answer(
                        200,
                        "application/xml",
                        "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>" + KEY
                                + "</Key><LastModified>2025-01-22T12:00:01.000Z</LastModified><Size>1</Size>"
                                + "</Contents></ListBucketResult>")
                : new Fault.Answer(200, "application/json", body);
    }

    @Test
    void shouldShowWhatTheOriginalScannerFound() throws IOException {
        CommandRun run = run(Files.readString(Path.of("../contracts/samples/aws/original-s3-scan-result.json")));

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("FOUND", "vulnerable-test-app@" + DIGEST, "21 findings", "1 shown.");
    }

    @Test
    void shouldNotTakeAZeroForClean() {
        CommandRun run = run(
                "{\"repository\":\"vulnerable-test-app\",\"imageDigest\":\"" + DIGEST
                        + "\",\"imageTag\":\"latest\",\"accountId\":\"123456789012\",\"region\":\"us-east-1\","
                        + "\"scannedAt\":\"2025-01-22T12:00:00\",\"scanResults\":{\"vulnerabilityCount\":0,"
                        + "\"secretCount\":0,\"criticalCount\":0,\"highCount\":0,\"mediumCount\":0,\"lowCount\":0,"
                        + "\"findings\":[]}}",
                "--json");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out()).contains("\"assessment\" : \"SUSPECT\"");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(CommandRun.of(directory, "history", "original").err()).contains("--aws-stack");
        assertThat(run("{}", "--limit", "0").status()).isEqualTo(2);
    }
}
