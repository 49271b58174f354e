package io.jenkins.plugins.qualysfargate.engine.qualys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.qualysfargate.engine.http.FakeTransport;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;
import io.jenkins.plugins.qualysfargate.engine.qscanner.StandIn;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin.ClientCredentials;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTokenSourceTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final String QUESTION = "POST https://gateway.qg2.apps.qualys.com/auth/oidc";
    private static final ClientCredentials CLIENT =
            new ClientCredentials(Credential.of("id", "the-client"), Credential.of("secret", "hunter22"));

    private final FakeTransport transport = new FakeTransport();
    private final SetClock clock = new SetClock();
    private final ClientCredentialsTokenSource source = new ClientCredentialsTokenSource(
            new Gateway(
                    new QualysPlatform.Pod(PodName.US2),
                    transport,
                    Duration.ofSeconds(1),
                    Redaction.of(List.of("hunter22"))),
            CLIENT,
            clock);

    @Test
    void shouldAskThePlatformsGatewayWithIdAndSecretInHeaders() throws Exception {
        answerWith(Tokens.until(START.plus(Duration.ofHours(4))));

        assertThat(source.token().value()).isEqualTo(Tokens.until(START.plus(Duration.ofHours(4))));

        HttpCall call = transport.calls().get(0);
        assertThat(call.headers())
                .containsEntry("clientid", "the-client")
                .containsEntry("clientsecret", "hunter22")
                .containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(call.body()).isEmpty();
        assertThat(call.maxBodyBytes()).isEqualTo(64 << 10);
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldGiveATokenAgainOnlyWhileHalfOfItsLifeIsLeft() throws Exception {
        String first = Tokens.until(START.plus(Duration.ofHours(4)));
        String second = Tokens.until(START.plus(Duration.ofHours(6)));
        answerWith(first, second);

        assertThat(source.token().value()).isEqualTo(first);
        clock.now = START.plus(Duration.ofHours(2)).minusSeconds(1);
        assertThat(source.token().value()).isEqualTo(first);
        clock.now = START.plus(Duration.ofHours(2));
        assertThat(source.token().value()).isEqualTo(second);
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void shouldNotBelieveAFarExpiryForLong() throws Exception {
        answerWith(Tokens.until(START.plus(Duration.ofDays(3000))));

        source.token();
        clock.now = START.plus(Duration.ofHours(2));
        source.token();

        assertThat(transport.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"exp\": 1}", "{\"exp\": \"never\"}", "no claims"})
    void shouldAskAnewWhereFreshnessCannotBeProven(String claims) throws Exception {
        answerWith(Tokens.withClaims(claims));

        source.token();
        source.token();

        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void shouldAskAnewWhenTheTokenLivesShorterThanAScanMayTake() throws Exception {
        answerWith(Tokens.until(START.plus(Duration.ofHours(1))));

        source.token();
        source.token();

        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void shouldAskAnewWhenTheClockWasSetBack() throws Exception {
        answerWith(Tokens.until(START.plus(Duration.ofHours(4))));

        source.token();
        clock.now = START.minusSeconds(1);
        source.token();

        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void shouldForgetARefusalAndTheTokenBeforeIt() throws Exception {
        transport
                .answer(QUESTION, 201, Tokens.until(START.plus(Duration.ofHours(4))))
                .answer(QUESTION, 401, "")
                .answer(QUESTION, 201, Tokens.until(START.plus(Duration.ofHours(9))));

        source.token();
        clock.now = START.plus(Duration.ofHours(3));
        assertThatExceptionOfType(TokenUnavailableException.class).isThrownBy(source::token);
        assertThat(source.token().value()).isEqualTo(Tokens.until(START.plus(Duration.ofHours(9))));
    }

    @Test
    void shouldGiveTheRepetitionOfAnUploadAnotherToken(@TempDir Path root) throws Exception {
        answerWith(Tokens.until(START.plus(Duration.ofHours(4))), Tokens.until(START.plus(Duration.ofHours(5))));
        StandIn standIn = new StandIn(root).exits(33, 40, 0);

        scan(standIn).close();

        assertThat(standIn.calls()).hasSize(3);
        // After 40 the token is not to blame.
        assertThat(transport.calls()).hasSize(2);
    }

    @Test
    void shouldNotStartTheScannerWithoutAToken(@TempDir Path root) throws Exception {
        transport.answer(QUESTION, 401, FakeGateway.error("401", "unknown client hunter22"));
        StandIn standIn = new StandIn(root).exits(0);

        try (ScannerRun run = scan(standIn)) {
            assertThat(((ScannerRun.Failed) run).verdict()).satisfies(verdict -> {
                assertThat(verdict.cause()).isEqualTo(IndeterminateCause.SCANNER_UNAVAILABLE);
                assertThat(verdict.message())
                        .contains(
                                "access token", "gateway.qg2.apps.qualys.com (US2)", "HTTP 401", "unknown client ****")
                        .doesNotContain("hunter22");
                assertThat(verdict.howToFix()).contains("client secret");
            });
        }
        assertThat(standIn.calls()).isEmpty();
    }

    @Test
    void shouldTurnACancelledCallIntoAnInterruption() {
        transport.fail(QUESTION, Kind.CANCELLED);

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(source::token);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter\u20ac22", "hunt\u00e922", "hunter\u202e22"})
    void shouldRefuseASecretThatNoHeaderCanCarryWithoutShowingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ClientCredentials(Credential.of("id", "the-client"), Credential.of("secret", secret)))
                .withMessageContaining("client secret")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(secret));
        assertThat(CLIENT.toString()).doesNotContain("hunter22");
    }

    private ScannerRun scan(StandIn standIn) throws Exception {
        ScanRequest some = StandIn.request();
        ScanRequest request = new ScanRequest(
                some.image(),
                some.platform(),
                some.scanTypes(),
                some.timeout(),
                new QualysConnection(some.connection().platform(), source, null),
                some.registryAccess(),
                some.options());
        List<String> log = new ArrayList<>();
        ScannerRun run = standIn.scanner().run(request, log::add, Cancellation.NEVER);
        assertThat(log).noneMatch(line -> line.contains("hunter22"));
        return run;
    }

    private void answerWith(String... tokens) {
        for (String token : tokens) {
            transport.answer(QUESTION, 201, token);
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
