package io.jenkins.plugins.qualysfargate.engine.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsProblem;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** What S3 is asked for, and what its refusals become. */
class BucketTest {
    private static final Fault.Answer TAKEN = new Fault.Answer(200, "application/xml", "");

    private static Map<String, String> headersOf(Bucket.Place place) {
        try (TroubledPath path = TroubledPath.answering(call -> TAKEN);
                AwsClients aws = StandIns.clients(path.endpoint())) {
            assertThat(make(aws, place)).isTrue();
            return path.calls().get(0).headers();
        }
    }

    private static boolean make(AwsClients aws, Bucket.Place place) {
        return new Bucket(aws, place).make("a/b.json", "application/json", Map.of(), RequestBody.fromString("{}"));
    }

    private static boolean make(Function<TroubledPath.Call, Fault.Answer> answers) {
        try (TroubledPath path = TroubledPath.answering(answers);
                AwsClients aws = new AwsClients(
                        StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 3))) {
            return make(aws, new Bucket.Place("results", null, null));
        }
    }

    @Test
    void shouldMakeAnObjectOnlyIfThereIsNoneAndEncryptIt() {
        assertThat(headersOf(new Bucket.Place("results", null, null)))
                .containsEntry("if-none-match", "*")
                .containsEntry("x-amz-server-side-encryption", "AES256")
                .doesNotContainKey("x-amz-expected-bucket-owner");
    }

    @Test
    void shouldEncryptWithTheKeyThatIsNamedAndOnlyInTheAccountThatIsMeant() {
        assertThat(headersOf(new Bucket.Place("results", "alias/results", "123456789012")))
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/results")
                .containsEntry("x-amz-expected-bucket-owner", "123456789012");
    }

    @Test
    void shouldSayThatAnObjectIsThereAlready() {
        assertThat(make(call -> Fault.Answer.xml(412, "PreconditionFailed", "At least one precondition failed")))
                .isFalse();
    }

    @Test
    void shouldTryAgainWhenS3AsksToSlowDown() {
        assertThat(make(call -> call.number() < 3 ? Fault.Answer.xml(503, "SlowDown", "slow down") : TAKEN))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED, Allow s3:PutObject on bucket results",
        "404, NoSuchBucket, MISSING, Create bucket results",
        "403, RequestTimeTooSkewed, CLOCK, Set this machine's clock",
        "400, ExpiredToken, CREDENTIALS, renew it",
        "500, InternalError, SERVICE, Try again later",
        "503, SlowDown, THROTTLED, Try again later"
    })
    void shouldNameTheBucketAndTheRemedy(int status, String code, AwsProblem problem, String remedy) {
        assertThatThrownBy(() -> make(call -> Fault.Answer.xml(status, code, "no")))
                .isInstanceOfSatisfying(AwsException.class, failure -> {
                    assertThat(failure.problem()).isEqualTo(problem);
                    assertThat(failure.getMessage()).contains("s3:PutObject on bucket results");
                    assertThat(failure.howToFix()).contains(remedy);
                });
    }

    @Test
    void shouldFindItsOwnObjectAfterTheAnswerWasLost() {
        boolean[] made = {false};
        // The first attempt makes the object and its answer is lost; the second one meets what the first one made.
        try (TroubledPath path = TroubledPath.to(StandIns.s3(), call -> {
                    if (made[0]) {
                        return Fault.Answer.xml(412, "PreconditionFailed", "it is there");
                    }
                    made[0] = true;
                    return new Fault.LostCall();
                });
                AwsClients aws = StandIns.clients(path.endpoint())) {
            assertThat(make(aws, new Bucket.Place("results", null, null))).isFalse();
            assertThat(path.calls()).hasSize(2);
        }
    }
}
