package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.FakeAnchore.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A look makes five kinds of calls; each of them fails in each way, and each failure is told. */
@Timeout(60)
class AnchoreFailureTest extends AnchoreRig {
    @BeforeEach
    void start() {
        use(true);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.says(ONE, "go", NOW.minusSeconds(60));
        anchore.image(TWO, "analysis_failed", YESTERDAY, "2");
    }

    private Look.Blind told() {
        Look.Blind blind = blind();
        assertThat(blind.reason()).contains("Could not").doesNotContain(FakeAnchore.PASSWORD);
        assertThat(blind.howToFix()).isNotBlank();
        return blind;
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void hang(Operation operation) {
        anchore.on(operation, anchore.http().hanging());
        callTimeout = Duration.ofMillis(1500);

        assertThat(told().reason()).contains("no whole answer came within");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void hangInTheBody(Operation operation) {
        anchore.on(operation, anchore.http().hangingInBody());
        callTimeout = Duration.ofMillis(1500);

        told();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void cutOff(Operation operation) {
        anchore.on(operation, LoopbackServer.cutting("{\"items\": [], \"service_states\": []"));

        told();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void answerWithAPage(Operation operation) {
        anchore.on(operation, LoopbackServer.answering(200, Map.of("content-type", "text/html"), "<html>sign in"));

        assertThat(told().howToFix()).contains("sign-on page");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void answerWithAnotherType(Operation operation) {
        for (String body : new String[] {
            "",
            "null",
            "3",
            "\"x\"",
            "{}",
            "{\"items\": 3}",
            "{\"service_states\": {}}",
            "{\"evaluations\": 1}",
            "[[1]]",
            "[{\"x\": {}}]",
            "{\"results\": \"none\"}",
            "{\"items\": [{\"image_digest\": [1]}]}"
        }) {
            anchore.on(operation, 200, body);

            assertThat(told().reason()).as(body).contains("cannot be used");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void refuseTheLogin(Operation operation) {
        anchore.on(operation, 401, "{\"message\": \"Unauthorized\"}");

        Look.Blind blind = told();
        assertThat(blind.loginRefused()).isTrue();
        assertThat(blind.reason()).contains("HTTP 401 (Unauthorized)");
        assertThat(blind.howToFix()).contains("address, user and password");
    }

    @Test
    void refuseTheLoginUntilNobodyAsksAnyMore() {
        password = "wrong";
        assertThat(told().loginRefused()).isTrue();
        assertThat(told().loginRefused()).isTrue();
        int asked = anchore.http().requests().size();

        Look.Blind third = told();

        assertThat(third.loginRefused()).isTrue();
        assertThat(third.reason()).contains("refused 2 times");
        assertThat(anchore.http().requests()).as("nobody asked").hasSize(asked);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"IMAGES", "CHECK"})
    void forbid(Operation operation) {
        anchore.on(operation, 403, "{\"message\": \"no right\", \"detail\": {\"error_codes\": [\"DENIED\"]}}");

        assertThat(told().reason()).contains("HTTP 403 (no right, DENIED)");
        assertThat(told().loginRefused()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void askToWait(Operation operation) {
        anchore.on(operation, LoopbackServer.answering(429, Map.of("retry-after", "37"), ""));

        assertThat(told().howToFix()).contains("37 seconds");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void breakDown(Operation operation) {
        anchore.on(operation, 500, "{\"message\": \"database " + FakeAnchore.PASSWORD + "\"}");

        assertThat(told().reason()).contains("HTTP 500");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"IMAGE", "CODES"})
    void redirect(Operation operation) {
        anchore.on(operation, LoopbackServer.answering(302, Map.of("location", "http://127.0.0.1:1/"), ""));

        assertThat(told().howToFix()).contains("final address");
    }

    @Test
    void takeTooLongInAll() {
        callTimeout = Duration.ofSeconds(20);
        AnchoreServer usual = server();
        AnchoreServer hasty =
                new AnchoreServer(usual.base(), usual.login(), Duration.ofSeconds(1), Duration.ofMillis(1));
        Look look = new AnchoreSource("a", new AnchoreSource.AskedAnchore(hasty, rule), dated(), budget, CLOCK)
                .look(YESTERDAY, NOW);

        assertThat(look.fold(seen -> "", Look.Blind::reason)).contains("together took longer");
    }

    @Test
    void beAway() {
        anchore.http().close();

        assertThat(told().reason()).contains("the state of the services", "Could not send");
    }
}
