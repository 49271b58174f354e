package io.jenkins.plugins.qualysfargate.engine.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredQualysLoginTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Fault.Answer answer = secret("{\"qualys_pod\":\"US2\",\"qualys_access_token\":\"first\"}");

    private final TroubledPath path = TroubledPath.answering(call -> answer);
    private final AwsClients aws =
            new AwsClients(StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 1));
    private final StoredQualysLogin login = new StoredQualysLogin(
            aws,
            "prod/qualys",
            StoredQualysLogin.DEFAULT_MAX_AGE,
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        aws.close();
        path.close();
    }

    private static Fault.Answer secret(String text) {
        return Fault.Answer.json(
                "{\"ARN\":\"a\",\"Name\":\"n\",\"SecretString\":\"" + text.replace("\"", "\\\"") + "\"}");
    }

    private String token() throws TokenUnavailableException {
        return login.token().value();
    }

    @Test
    void shouldReadPlatformAndTokenOnceForSomeMinutes() throws TokenUnavailableException {
        assertThat(token()).isEqualTo("first");
        assertThat(login.secret().pod()).isEqualTo(PodName.US2);
        now = now.plus(StoredQualysLogin.DEFAULT_MAX_AGE).minusMillis(1);
        token();

        assertThat(path.calls()).hasSize(1);
        assertThat(path.calls().get(0).body()).contains("\"SecretId\":\"prod/qualys\"");
    }

    @Test
    void shouldUseARotatedTokenWithoutARestart() throws TokenUnavailableException {
        token();
        answer = secret("{\"qualys_pod\":\"US2\",\"qualys_access_token\":\"second\"}");
        assertThat(token()).isEqualTo("first");

        now = now.plus(StoredQualysLogin.DEFAULT_MAX_AGE);

        assertThat(token()).isEqualTo("second");
    }

    @Test
    void shouldReadAtOnceWhatAScanFailedWith() throws TokenUnavailableException {
        token();
        answer = secret("{\"qualys_access_token\":\"second\"}");
        login.discard();

        assertThat(token()).isEqualTo("second");
        assertThat(login.secret().pod()).isNull();
    }

    @Test
    void shouldGoOnWithTheLastTokenWhileTheServiceIsDown() throws TokenUnavailableException {
        token();
        answer = Fault.Answer.json(500, "InternalServiceError", "down");
        now = now.plus(Duration.ofHours(1));

        assertThat(token()).isEqualTo("first");
    }

    @Test
    void shouldNotGoOnWithATokenThatItMayNoLongerRead() throws TokenUnavailableException {
        token();
        answer = Fault.Answer.json(400, "AccessDeniedException", "no");
        now = now.plus(Duration.ofHours(1));

        assertThatThrownBy(this::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("secretsmanager:GetSecretValue")
                .hasMessageContaining("prod/qualys");
    }

    @Test
    void shouldSayThatThereIsNoSuchSecret() {
        answer =
                Fault.Answer.json(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

        assertThatThrownBy(this::token).hasMessageContaining("Create secret prod/qualys");
    }

    @Test
    void shouldFollowAClockThatWasSetBack() throws TokenUnavailableException {
        token();
        answer = secret("{\"qualys_access_token\":\"second\"}");
        now = now.minus(Duration.ofDays(1));

        assertThat(token()).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t-plain-text",
                "{}",
                "{\"qualys_access_token\":\"\"}",
                "{\"qualys_access_token\":7}",
                "{\"qualys_pod\":\"s3cr3t\",\"qualys_access_token\":\"US2\"}",
                "[\"s3cr3t\"]",
                ""
            })
    void shouldShowNothingOfASecretThatIsNone(String text) {
        answer = secret(text);

        assertThatThrownBy(this::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("The secret prod/qualys is not what it should be")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void shouldKnowNoTimeButItsClock() throws TokenUnavailableException {
        StoredQualysLogin other =
                new StoredQualysLogin(aws, "x", Duration.ofDays(1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        other.token();
        other.token();

        assertThat(path.calls()).hasSize(1);
    }
}
