package io.jenkins.plugins.qualysfargate.cli;

import static io.jenkins.plugins.qualysfargate.cli.CommandRun.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history on AWS as a user of the command line has it. */
class SharedHistoryTest {
    @TempDir
    private Path directory;

    private CommandRun run(TroubledPath aws, Map<String, String> variables, String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--aws-endpoint";
        all[arguments.length + 1] = aws.endpoint().toString();
        all[arguments.length + 2] = "--aws-region";
        all[arguments.length + 3] = "eu-central-1";
        return CommandRun.of(directory, variables, all);
    }

    @Test
    void shouldNameTableAndActionWhereTheStackIsNotThere() {
        try (TroubledPath aws = TroubledPath.to(StandIns.dynamoDb(), call -> new Fault.None())) {
            CommandRun run = run(
                    aws,
                    Map.of("RESULTS_BUCKET", "results"),
                    "history",
                    "list",
                    "--aws-stack",
                    StandIns.unique("none"));

            assertThat(run.status()).as(run.out() + run.err()).isEqualTo(3);
            assertThat(run.err()).contains("dynamodb:Query on table none-").contains("Create table none-");
        }
    }

    @Test
    void shouldKeepTheVerdictAndSayThatItIsNotKept() {
        try (TroubledPath aws =
                TroubledPath.answering(call -> Fault.Answer.json(400, "AccessDeniedException", "not authorized"))) {
            CommandRun run = run(
                    aws,
                    Map.of("RESULTS_BUCKET", "results", "QUALYS_FARGATE_STACK", "prod"),
                    "gate",
                    "--report",
                    SAMPLES.resolve("clean").toString());

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("This scan is not in the history").contains("s3:PutObject");
        }
    }

    @Test
    void shouldAskForTheAccountThatIsInTheNameOfTheBucket() {
        try (TroubledPath aws =
                TroubledPath.answering(call -> Fault.Answer.refusedQuery(403, "AccessDenied", "not authorized"))) {
            CommandRun run = run(aws, Map.of(), "history", "list", "--aws-stack", "prod");

            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).contains("sts:GetCallerIdentity");
        }
    }

    @Test
    void shouldNotGuessBetweenTwoPlaces() {
        try (TroubledPath aws = TroubledPath.answering(call -> Fault.Answer.json("{}"))) {
            CommandRun run = run(aws, Map.of(), "history", "list", "--aws-stack", "prod", "--history", "here");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("--history and --aws-stack");
            assertThat(aws.calls()).isEmpty();
        }
    }

    @Test
    void shouldRefuseARetentionThatIsNoNumberOfDays() {
        try (TroubledPath aws = TroubledPath.answering(call -> Fault.Answer.json("{}"))) {
            CommandRun run = run(
                    aws,
                    Map.of("RESULTS_BUCKET", "results", "CACHE_TTL_DAYS", "soon"),
                    "history",
                    "list",
                    "--aws-stack",
                    "prod");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("CACHE_TTL_DAYS");
        }
    }
}
