package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.inOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.FakeRegistries.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A look makes five kinds of calls; each of them fails in each way, and each failure is told. */
@Timeout(60)
class QualysRegistryFailureTest extends RegistryRig {
    @BeforeEach
    void start() {
        qualys.registry(HUB, "docker.io");
        qualys.schedule(HUB, "sched-1", "Created");
        qualys.repository(HUB, "app");
        qualys.image("docker.io", "app", NOW);
        qualys.sensor("REGISTRY", "Running", NOW);
    }

    private Look.Blind told() {
        Look.Blind blind = blind();
        assertThat(blind.reason()).contains("Could not").doesNotContain(FakeRegistries.TOKEN);
        assertThat(blind.howToFix()).isNotBlank();
        return blind;
    }

    @ParameterizedTest
    @EnumSource
    void hang(Operation operation) {
        qualys.on(operation, qualys.http().hanging());
        callTimeout = Duration.ofMillis(1500);

        assertThat(told().reason()).contains("no whole answer came within");
    }

    @ParameterizedTest
    @EnumSource
    void hangInTheBody(Operation operation) {
        qualys.on(operation, qualys.http().hangingInBody());
        callTimeout = Duration.ofMillis(1500);

        told();
    }

    @ParameterizedTest
    @EnumSource
    void cutOff(Operation operation) {
        qualys.on(operation, LoopbackServer.cutting("{\"data\": [], \"count\": 0}"));

        told();
    }

    @ParameterizedTest
    @EnumSource
    void answerWithAPage(Operation operation) {
        qualys.on(operation, answering(200, Map.of("content-type", "text/html"), "<html>sign in"));

        assertThat(told().howToFix()).contains("sign-on page");
    }

    @ParameterizedTest
    @EnumSource
    void answerWithAnotherType(Operation operation) {
        for (String body : new String[] {
            "",
            "null",
            "3",
            "{}",
            "{\"data\": 3}",
            "{\"data\": {}}",
            "{\"count\": 7}",
            "{\"data\": [{\"registryUuid\": []}]}",
            "{\"data\": [{\"lastVmScanDate\": \"soon\", \"lastCheckedIn\": \"soon\"}]}"
        }) {
            // A sensor and an image of which nothing is told are there all the same, and good for nothing.
            boolean nothingTold =
                    body.contains("registryUuid") && (operation == Operation.SENSORS || operation == Operation.IMAGES);
            if (nothingTold) {
                continue;
            }
            qualys.on(operation, 200, body);

            assertThat(told().reason()).as(body).contains("cannot be used");
        }
    }

    @Test
    void breakOff() {
        qualys.on(
                Operation.SCHEDULES,
                inOrder(
                        answering(200, Map.of(), "{\"data\": [{\"scheduleUuid\": \"s\"}], \"count\": 2}"),
                        answering(204, Map.of(), "")));

        assertThat(told().reason()).contains("breaks off: 2 entries are announced, and 1 came");
    }

    @Test
    void neverEnd() {
        String full = "{\"data\": [" + "{\"scheduleUuid\": \"s\"},".repeat(49) + "{\"scheduleUuid\": \"s\"}]}";
        qualys.on(Operation.SCHEDULES, 200, full);

        assertThat(told().reason()).contains("does not end");
    }

    @ParameterizedTest
    @EnumSource
    void refuseTheToken(Operation operation) {
        qualys.on(operation, 401, "");

        assertThat(told().loginRefused()).isTrue();
    }

    @Test
    void acceptANewTokenOnly() {
        int[] given = {0};
        tokens = new TokenSource() {
            @Override
            public Credential token() {
                return Credential.of("token", given[0] == 0 ? "token-of-yesterday" : FakeRegistries.TOKEN);
            }

            @Override
            public void discard() {
                given[0]++;
            }
        };

        assertThat(seen().subjects()).isNotEmpty();
        assertThat(given[0]).isEqualTo(1);
    }

    @Test
    void refuseTheLoginUntilNobodyAsksAnyMore() {
        int[] asked = {0};
        tokens = () -> {
            asked[0]++;
            throw new TokenUnavailableException("Could not get a token: HTTP 401.", "Check the client.", true, null);
        };

        assertThat(told().loginRefused()).isTrue();
        assertThat(told().reason()).contains("HTTP 401");
        assertThat(told().reason()).contains("refused 2 times");
        assertThat(told().loginRefused()).isTrue();
        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void haveNoToken() {
        tokens = () -> {
            throw new TokenUnavailableException("No secret.", "Make one.", null);
        };
        assertThat(told().loginRefused()).isFalse();
        assertThat(told().howToFix()).isEqualTo("Make one.");

        tokens = () -> {
            throw new IOException("disk");
        };
        assertThat(told().reason()).contains("disk");
    }

    @Test
    void beCancelled() {
        tokens = () -> {
            throw new InterruptedException("cancelled on purpose");
        };

        assertThat(told().reason()).contains("cancelled");
        assertThat(Thread.interrupted()).as("whoever called must know").isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SENSORS")
    void forbid(Operation operation) {
        qualys.on(operation, 403, "{\"errorCode\": \"403 FORBIDDEN\", \"message\": \"needs CS.REGISTRY.VIEW\"}");

        assertThat(told().howToFix()).contains("permission CS.REGISTRY.VIEW");
        assertThat(told().loginRefused()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void askToWaitAWhile(Operation operation) {
        qualys.on(
                operation,
                inOrder(answering(429, Map.of("X-RateLimit-ToWait-Sec", "37"), ""), qualys.usual(operation)));

        assertThat(seen().conditions()).isNotEmpty();
        assertThat(pauses).containsExactly(Duration.ofSeconds(38));
    }

    @ParameterizedTest
    @EnumSource
    void askToWaitForEver(Operation operation) {
        qualys.on(operation, answering(429, Map.of("X-RateLimit-ToWait-Sec", "7"), ""));
        assertThat(told().howToFix()).contains("in 7 seconds");
        assertThat(pauses).hasSize(5);

        pauses.clear();
        qualys.on(operation, answering(429, Map.of("X-RateLimit-ToWait-Sec", "3600"), ""));
        assertThat(told().howToFix()).contains("in 3600 seconds");
        assertThat(pauses).isEmpty();

        qualys.on(operation, answering(429, Map.of("X-RateLimit-ToWait-Sec", "60"), ""));
        lookTimeout = Duration.ofSeconds(90);
        assertThat(told().reason()).contains("together took longer");
    }

    @ParameterizedTest
    @EnumSource
    void breakDown(Operation operation) {
        qualys.on(operation, 503, "{\"errorCode\": \"503\", \"message\": \"maintenance\"}");

        assertThat(told().reason()).contains("HTTP 503 (503: maintenance)");
    }

    @ParameterizedTest
    @EnumSource
    void redirect(Operation operation) {
        qualys.on(operation, answering(302, Map.of("location", "http://127.0.0.1:1/"), ""));

        assertThat(told().howToFix()).contains("gateway of your platform");
    }

    @Test
    void beAway() {
        qualys.http().close();

        assertThat(told().reason()).contains("list the registries");
    }
}
