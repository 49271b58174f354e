package io.jenkins.plugins.qualysfargate.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsClientsTest {
    private static final AwsCall LIST = new AwsCall("dynamodb:ListTables", "the tables of this account");

    private static List<String> tables(AwsClients clients) {
        return LIST.on(() -> clients.dynamoDb().listTables().tableNames());
    }

    private static TroubledPath troubled(Fault... faults) {
        return TroubledPath.to(
                StandIns.dynamoDb(),
                call -> call.number() <= faults.length ? faults[call.number() - 1] : new Fault.None());
    }

    @Test
    void shouldReachTheServiceAtTheEndpointThatIsSet() {
        try (AwsClients clients = StandIns.clients(StandIns.dynamoDb())) {
            assertThat(tables(clients)).isNotNull();
        }
    }

    @Test
    void shouldCallQueuesAndBuckets() {
        try (AwsClients queues = StandIns.clients(StandIns.sqs());
                AwsClients buckets = StandIns.clients(StandIns.s3())) {
            assertThat(queues.sqs().listQueues().queueUrls()).isNotNull();
            assertThat(buckets.s3().listBuckets().buckets()).isNotNull();
        }
    }

    @Test
    void shouldTryAgainAfterThrottlingFailuresAndLostConnections() {
        try (TroubledPath path = troubled(
                        Fault.Answer.json(400, "ThrottlingException", "slow down"),
                        Fault.Answer.json(500, "InternalServerError", "no"),
                        new Fault.LostCall());
                AwsClients clients = StandIns.clients(path.endpoint())) {
            assertThat(tables(clients)).isNotNull();
            assertThat(path.calls()).hasSize(4);
        }
    }

    @Test
    void shouldEndInTimeIfTheServiceIsSilent() {
        try (TroubledPath path = troubled(new Fault.Late(Duration.ofSeconds(30)));
                AwsClients clients = new AwsClients(
                        StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(2), Duration.ofSeconds(1), 1))) {
            assertThatThrownBy(() -> tables(clients))
                    .isInstanceOfSatisfying(AwsException.class, failure -> assertThat(failure.problem())
                            .isEqualTo(AwsProblem.TIMEOUT));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException, User is not authorized, DENIED, Allow dynamodb:ListTables",
        "400, ResourceNotFoundException, Requested resource not found, MISSING, Create the tables",
        "400, ExpiredTokenException, The security token is expired, CREDENTIALS, renew it",
        "400, UnrecognizedClientException, The security token is invalid, CREDENTIALS, renew it",
        "403, InvalidSignatureException, Signature expired: 2020, CLOCK, Set this machine's clock",
        "400, ThrottlingException, Rate exceeded, THROTTLED, raise the limit",
        "400, ValidationException, One or more values, INVALID, Check that",
        "503, ServiceUnavailable, try later, SERVICE, Try again later"
    })
    void shouldNameTheActionTheResourceAndTheRemedy(
            int status, String code, String message, AwsProblem problem, String remedy) {
        Fault refusal = Fault.Answer.json(status, code, message);
        try (TroubledPath path = TroubledPath.to(StandIns.dynamoDb(), call -> refusal);
                AwsClients clients = new AwsClients(
                        StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 2))) {
            assertThatThrownBy(() -> tables(clients)).isInstanceOfSatisfying(AwsException.class, failure -> {
                assertThat(failure.problem()).isEqualTo(problem);
                assertThat(failure.getMessage())
                        .startsWith("Could not call dynamodb:ListTables on the tables of this account: ")
                        .contains(message);
                assertThat(failure.howToFix()).contains(remedy);
            });
        }
    }

    @Test
    void shouldSayThatNothingAnswersThere() {
        try (AwsClients clients = new AwsClients(StandIns.at(URI.create("http://127.0.0.1:1"))
                .bounded(Duration.ofSeconds(5), Duration.ofSeconds(1), 1))) {
            assertThatThrownBy(() -> tables(clients))
                    .isInstanceOfSatisfying(AwsException.class, failure -> assertThat(failure.problem())
                            .isEqualTo(AwsProblem.UNREACHABLE));
        }
    }

    @Test
    void shouldUseNewKeysAfterARotation() {
        String[] id = {"AKIDOLD"};
        try (TroubledPath path = troubled();
                AwsClients clients = new AwsClients(StandIns.at(path.endpoint())
                        .as(new AwsLogin.Kept(() -> new AwsLogin.Keys(id[0], "notasecret", "token"))))) {
            tables(clients);
            id[0] = "AKIDNEW";
            tables(clients);

            assertThat(path.calls()).extracting(TroubledPath.Call::accessKeyId).containsExactly("AKIDOLD", "AKIDNEW");
        }
    }
}
