package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenableLoginTest extends TenableRig {
    @BeforeEach
    void define() {
        tenable.define("7", "x");
    }

    @Test
    void shouldUseAKeyWithoutASession() {
        assertThat(observe(source(KEY)).subjects()).hasSize(1);
        assertThat(tenable.calls()).noneMatch(each -> each.contains("/token"));
    }

    @Test
    void shouldBeginASessionAndEndIt() {
        assertThat(observe(source(ACCOUNT)).subjects()).hasSize(1);
        assertThat(tenable.calls())
                .startsWith("GET /rest/system", "POST /rest/token")
                .endsWith("DELETE /rest/token");
        assertThat(tenable.openSessions()).isZero();
    }

    @Test
    void shouldEndTheSessionOfALookThatFailed() {
        tenable.on(Operation.RESULTS, LoopbackServer.answering(502, Map.of(), "<html>"));
        blind(look(source(ACCOUNT)));
        assertThat(tenable.openSessions()).isZero();
    }

    @Test
    void shouldEndTheSessionOfALookThatWasCancelledAndStayCancelled() {
        TenableSource source = new TenableSource(
                "nessus",
                server(ACCOUNT),
                call -> {
                    if (call.uri().getPath().endsWith("/status")) {
                        Thread.currentThread().interrupt();
                    }
                    return transport.send(call);
                },
                budget,
                clock);
        assertThat(blind(look(source)).reason()).contains("cancelled");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(tenable.openSessions()).isZero();
    }

    @Test
    void shouldLogInAgainOnceIfTheServerHasEndedTheSession() {
        AtomicInteger calls = new AtomicInteger();
        TenableSource source = new TenableSource(
                "nessus",
                server(ACCOUNT),
                call -> {
                    if (calls.incrementAndGet() == 4) {
                        tenable.endSessions();
                    }
                    return transport.send(call);
                },
                budget,
                clock);
        assertThat(observe(source).subjects()).hasSize(1);
        assertThat(asked("POST /rest/token")).isEqualTo(2);
        assertThat(tenable.openSessions()).isZero();
    }

    @Test
    void shouldNotLogInAThirdTimeIfTheServerEndsEverySession() {
        TenableSource source = new TenableSource(
                "nessus",
                server(ACCOUNT),
                call -> {
                    if (!call.uri().getPath().endsWith("/token")) {
                        tenable.endSessions();
                    }
                    return transport.send(call);
                },
                budget,
                clock);
        assertThat(blind(look(source)).reason()).contains("invalid token");
        assertThat(asked("POST /rest/token")).isEqualTo(2);
    }

    @Test
    void shouldLogInOnlyForAnInvalidTokenAndNotForEvery403() {
        tenable.on(Operation.DEFINITIONS, LoopbackServer.answering(403, Map.of(), error(74)));
        assertThat(blind(look(source(ACCOUNT))).reason()).contains("error_code 74");
        assertThat(asked("POST /rest/token")).isEqualTo(1);
    }

    @Test
    void shouldNeverLockTheAccount() {
        TenableSource source = source(WRONG_PASSWORD);
        Look.Blind first = blind(look(source));
        assertThat(first.loginRefused()).isTrue();
        assertThat(first.reason()).contains("Invalid login credentials").contains("'" + FakeTenable.USER + "'");
        for (int i = 0; i < 20; i++) {
            clock.forward(Duration.ofHours(1));
            assertThat(blind(look(source)).loginRefused()).isTrue();
            scans(WRONG_PASSWORD).launch("7");
        }
        assertThat(tenable.refusedLogins()).isEqualTo(2);
        assertThat(tenable.locked()).isFalse();
        assertThat(blind(look(source)).reason()).contains("refused 2 times");
        budget.accepted();
        assertThat(observe(source(ACCOUNT)).subjects()).hasSize(1);
    }

    @Test
    void shouldNeverLockTheUserOfAKey() {
        TenableSource source = source(WRONG_KEY);
        assertThat(blind(look(source)).howToFix()).contains("API key");
        for (int i = 0; i < 20; i++) {
            assertThat(blind(look(source)).loginRefused()).isTrue();
        }
        assertThat(tenable.refusedLogins()).isEqualTo(2);
        assertThat(tenable.locked()).isFalse();
    }

    @Test
    void shouldStartAnewAfterALoginThatWasAccepted() {
        blind(look(source(WRONG_PASSWORD)));
        observe(source(ACCOUNT));
        blind(look(source(WRONG_PASSWORD)));
        assertThat(budget.spent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 429, 500, 503})
    void shouldNotCountAServerInTroubleAsARefusal(int status) {
        tenable.on(
                Operation.LOGIN,
                LoopbackServer.answering(status, Map.of("retry-after", "77"), status < 429 ? "<html>" : error(1)));
        for (int i = 0; i < 3; i++) {
            assertThat(blind(look(source(ACCOUNT))).loginRefused()).isFalse();
        }
        assertThat(budget.spent()).isFalse();
    }

    @Test
    void shouldEndNobodysSessionForItsOwn() {
        tenable.allowSessions(0);
        Look.Blind blind = blind(look(source(ACCOUNT)));
        assertThat(blind.reason()).contains("as many sessions as are allowed");
        assertThat(blind.loginRefused()).isFalse();
        assertThat(asked("POST /rest/token")).isEqualTo(1);
    }

    @Test
    void shouldSayNoSecretInWhateverGoesWrong() {
        String echo = "{\"response\":\"\",\"error_code\":5,\"error_msg\":\"bad key %s %s %s\"}"
                .formatted(FakeTenable.ACCESS_KEY, FakeTenable.SECRET_KEY, FakeTenable.PASSWORD);
        tenable.on(Operation.LOGIN, LoopbackServer.answering(403, Map.of(), echo));
        tenable.on(Operation.DEFINITIONS, LoopbackServer.answering(403, Map.of(), echo));
        assertThat(blind(look(source(ACCOUNT))).toString()).contains("bad key").doesNotContain(FakeTenable.PASSWORD);
        assertThat(blind(look(source(KEY))).toString())
                .contains("bad key")
                .doesNotContain(FakeTenable.ACCESS_KEY)
                .doesNotContain(FakeTenable.SECRET_KEY);
        assertThat(server(KEY).toString() + server(ACCOUNT))
                .doesNotContain(FakeTenable.SECRET_KEY)
                .doesNotContain(FakeTenable.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sc.example",
                "https://user@sc.example",
                "https://sc.example?x=1",
                "ftp://sc.example",
                "sc"
            })
    void shouldNotSendALoginWhereItCouldBeRead(String address) {
        assertThatThrownBy(() -> TenableServer.of(URI.create(address), KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sc.example",
                "https://sc.example/",
                "https://sc.example/rest",
                "https://sc.example/rest/"
            })
    void shouldFindTheApiWhicheverAddressIsGiven(String address) {
        assertThat(TenableServer.of(URI.create(address), KEY).rest()).hasToString("https://sc.example/rest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;b", "a\nb", "ü"})
    void shouldRefuseAKeyThatCannotTravelInAHeader(String secret) {
        assertThatThrownBy(() -> new TenableLogin.ApiKey("access", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check how they were copied");
    }

    @Test
    void shouldSeeRunsInASessionToo() {
        String id = tenable.run("7", NOW.minus(Duration.ofHours(5)), FakeCourse.GOOD);
        assertThat(run(observe(source(ACCOUNT)), id).reach().scanned()).isEqualTo(49);
    }

    private static String error(int code) {
        return "{\"response\":\"\",\"error_code\":" + code + ",\"error_msg\":\"no\"}";
    }
}
