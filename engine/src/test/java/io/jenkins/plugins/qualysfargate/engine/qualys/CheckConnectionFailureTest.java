package io.jenkins.plugins.qualysfargate.engine.qualys;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.http.FakeProxy;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Connected;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Unreachable;
import io.jenkins.plugins.qualysfargate.engine.qualys.FakeGateway.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client logs in and lists images over HTTPS; each of the two operations fails in each way. */
@Timeout(60)
class CheckConnectionFailureTest extends ConnectionRig {
    @ParameterizedTest
    @EnumSource
    void notFound(Operation operation) throws InterruptedException {
        gateway.on(operation, 404, "404 page not found");

        Unreachable unreachable = unreachable();
        assertThat(unreachable.reason()).contains("HTTP 404");
        assertThat(unreachable.howToFix()).contains("gateway of your platform");
    }

    @ParameterizedTest
    @CsvSource({"X-RateLimit-ToWait-Sec, 37, in 37 seconds", "Retry-After, 12, in 12 seconds", "X-Other, 1, few minutes"
    })
    void askToWait(String header, String value, String advice) throws InterruptedException {
        for (Operation operation : Operation.values()) {
            gateway.repair().on(operation, answering(429, Map.of(header, value), ""));

            Unreachable unreachable = unreachable();
            assertThat(unreachable.reason()).contains("HTTP 429");
            assertThat(unreachable.howToFix()).contains(advice);
        }
    }

    @ParameterizedTest
    @EnumSource
    void breakDown(Operation operation) throws InterruptedException {
        gateway.on(operation, 500, FakeGateway.error("500", "NullPointerException"));

        Unreachable unreachable = unreachable();
        assertThat(unreachable.reason()).contains("HTTP 500 (500: NullPointerException)");
        assertThat(unreachable.howToFix()).contains("try again");
        assertThat(gateway.server().requests()).hasSize(operation == Operation.TOKEN ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void answerWithSignOnPage(Operation operation) throws InterruptedException {
        gateway.on(operation, answering(200, Map.of("content-type", "text/html"), "<html>sign in</html>"));

        Unreachable unreachable = unreachable();
        assertThat(unreachable.reason())
                .contains("HTTP 200 with something that is no")
                .doesNotContain("html");
        assertThat(unreachable.howToFix()).contains("sign-on page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"data\": 1}", "{\"status\": \"UP\"}"})
    void answerWithOtherJson(String body) throws InterruptedException {
        for (Operation operation : Operation.values()) {
            gateway.repair().on(operation, 200, body);

            assertThat(unreachable().reason()).contains("HTTP 200 with something that is no");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerWithNothing(Operation operation) throws InterruptedException {
        gateway.on(operation, 200, "");

        assertThat(unreachable().reason()).contains("HTTP 200 with");
    }

    @ParameterizedTest
    @EnumSource
    void floodTheBody(Operation operation) throws InterruptedException {
        gateway.on(operation, LoopbackServer.flooding());

        assertThat(unreachable().reason()).contains("larger than " + (operation == Operation.TOKEN ? 65536 : 1048576));
    }

    @ParameterizedTest
    @EnumSource
    void cutTheBody(Operation operation) throws InterruptedException {
        gateway.on(operation, LoopbackServer.cutting(operation == Operation.TOKEN ? TOKEN : FakeGateway.NO_IMAGES));

        assertThat(unreachable().reason()).contains("Could not send").doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void hang(Operation operation) throws InterruptedException {
        gateway.on(operation, gateway.server().hanging());
        callTimeout = Duration.ofMillis(operation == Operation.TOKEN ? 400 : 2000);

        assertThat(unreachable().reason()).contains("no whole answer came within " + callTimeout);
    }

    @ParameterizedTest
    @EnumSource
    void hangInTheBody(Operation operation) throws InterruptedException {
        gateway.on(operation, gateway.server().hangingInBody());
        callTimeout = Duration.ofMillis(operation == Operation.TOKEN ? 400 : 2000);

        assertThat(unreachable().reason()).contains("no whole answer came within " + callTimeout);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectToAnotherHostThatWouldAcceptEverything(int status) throws IOException, InterruptedException {
        try (FakeGateway other = new FakeGateway(certificate, TOKEN)) {
            for (Operation operation : Operation.values()) {
                gateway.repair().on(operation, exchange -> {
                    String target = other.server()
                            .uri(exchange.getRequestURI().toString())
                            .toString();
                    LoopbackServer.reply(exchange, status, Map.of("location", target), "");
                });

                Unreachable unreachable = unreachable();
                assertThat(unreachable.reason()).contains("HTTP " + status + ", a redirect to 127.0.0.1");
                assertThat(unreachable.howToFix()).contains("sign-on page");
            }
            assertThat(other.server().requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/login, itself", "'', itself", "https://a b/, what is no address"})
    void redirectToNowhere(String location, String named) throws InterruptedException {
        gateway.on(Operation.IMAGES, answering(302, Map.of("location", location), ""));

        assertThat(unreachable().reason()).contains("a redirect to " + named);
    }

    @Test
    void showCertificateThatNobodyTrusts() throws InterruptedException {
        http = HttpSettings.DEFAULT;

        assertThat(unreachable().howToFix()).contains("CA file");
        assertThat(gateway.server().requests()).isEmpty();
    }

    @Test
    void beDown() throws InterruptedException {
        gateway.close();

        Unreachable unreachable = unreachable();
        assertThat(unreachable.reason()).contains(gateway.authority());
        assertThat(unreachable.howToFix()).contains("HTTPS_PROXY");
    }

    @Test
    void standBehindProxy() throws IOException, InterruptedException {
        try (FakeProxy proxy = new FakeProxy("", gateway.server().port())) {
            through(proxy);

            assertThat(check(new QualysPlatform.Pod(PodName.US2), client("hunter22-s3cret")))
                    .isInstanceOf(Connected.class);

            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allMatch(head -> head.startsWith("CONNECT gateway.qg2.apps.qualys.com:443 "))
                    .noneMatch(head -> head.contains("s3cret"));
        }
    }

    @Test
    void standBehindProxyThatWantsLogin() throws IOException, InterruptedException {
        try (FakeProxy proxy =
                new FakeProxy("Basic b3RoZXI6bG9naW4=", gateway.server().port())) {
            through(proxy);

            // What stands on this machine is never asked through a proxy.
            ConnectionOutcome outcome = check(new QualysPlatform.Pod(PodName.US2), client("hunter22-s3cret"));

            assertThat(outcome).isInstanceOfSatisfying(Unreachable.class, it -> {
                assertThat(it.reason()).contains("407");
                assertThat(it.howToFix()).contains("proxy address");
            });
            assertThat(gateway.server().requests()).isEmpty();
        }
    }

    private void through(FakeProxy proxy) {
        http = http.withProxy(ProxySettings.ofEnvironment(Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port())));
    }

    private Unreachable unreachable() throws InterruptedException {
        ConnectionOutcome outcome = check(client("hunter22-s3cret"));
        assertThat(outcome).isInstanceOf(Unreachable.class);
        assertThat(outcome.toString()).doesNotContain("s3cret", TOKEN);
        return (Unreachable) outcome;
    }
}
