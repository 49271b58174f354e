package io.jenkins.plugins.qualysfargate.engine.qualys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Connected;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConnectionOutcome.Refused;
import io.jenkins.plugins.qualysfargate.engine.qualys.FakeGateway.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway answers, and says yes or no. */
@Timeout(60)
class CheckConnectionTest extends ConnectionRig {
    @Test
    void shouldConnectWhenNothingFails() throws InterruptedException {
        assertThat(check(client("hunter22-s3cret"))).isInstanceOfSatisfying(Connected.class, it -> {
            assertThat(it.platform()).isEqualTo(gateway.platform());
            assertThat(it.tokenExpiry()).isEqualTo(NOW.plus(Duration.ofHours(4)));
            assertThat(it.remarks()).isEmpty();
        });
        assertThat(check(token(TOKEN))).isInstanceOf(Connected.class);
        assertThat(gateway.server().requests())
                .containsExactly(
                        "POST /auth/oidc authorization=null",
                        "GET /csapi/v1.3/images?pageNumber=1&pageSize=1 authorization=Bearer " + TOKEN,
                        "GET /csapi/v1.3/images?pageNumber=1&pageSize=1 authorization=Bearer " + TOKEN);
        assertThat(gateway.bodies()).containsOnly("");
    }

    @Test
    void shouldConnectToAnAccountWithoutImages() throws InterruptedException {
        gateway.on(Operation.IMAGES, 204, "");

        assertThat(check(token(TOKEN))).isInstanceOf(Connected.class);
    }

    @Test
    void shouldRemarkWhatMayStillGoWrong() throws InterruptedException {
        gateway.on(Operation.IMAGES, 200, FakeGateway.NO_IMAGES);

        assertThat(remarks(Tokens.withClaims("{\"exp\": 1, \"modulesAllowed\": [\"VM\"]}")))
                .contains("modulesAllowed lacks CS", "check the clock");
        assertThat(remarks("opaque")).contains("no JSON Web Token");
    }

    @Test
    void haveWrongSecret() throws InterruptedException {
        Refused refused = refused(client("wrong-s3cret"));

        assertThat(refused.reason())
                .contains("HTTP 401", "(401 UNAUTHORIZED: Invalid client credentials)", gateway.authority())
                .doesNotContain("wrong-s3cret");
        assertThat(refused.howToFix()).contains("client secret", "platform");
        assertThat(gateway.server().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void refuseClientAndRepeatItsSecret(int status) throws InterruptedException {
        gateway.on(Operation.TOKEN, status, FakeGateway.error("E\\u001b[31m", "no hunter22-s3cret\\r\\nhere"));

        assertThat(refused(client("hunter22-s3cret")).reason())
                .contains("HTTP " + status, "no ****??here")
                .doesNotContain("s3cret", "\u001b", "\n");
    }

    @Test
    void refuseTokenThatExpired() throws InterruptedException {
        Refused refused = refused(token(Tokens.until(NOW.minusSeconds(1))));

        assertThat(refused.reason()).contains("HTTP 401", "expired on 2026-03-04T05:06:06Z");
        assertThat(refused.howToFix()).contains("new access token");
    }

    @Test
    void refuseTokenOfAnotherPlatform() throws InterruptedException {
        Refused refused = refused(token(Tokens.until(NOW.plusSeconds(1))));

        assertThat(refused.reason()).contains("not accepted").doesNotContain("expired", "eyJ");
        assertThat(refused.howToFix()).contains("platform");
    }

    @Test
    void refuseTokenThatItHasJustGiven() throws InterruptedException {
        gateway.on(Operation.IMAGES, 401, "");

        assertThat(refused(client("hunter22-s3cret")).reason()).contains("has just given");
    }

    @Test
    void haveTokenThatWouldInjectHeader() throws InterruptedException {
        Refused refused = refused(token("abc def\u20ac"));

        assertThat(refused.reason()).contains("no token has").doesNotContain("abc");
        assertThat(gateway.server().requests()).isEmpty();
    }

    @Test
    void lackPermissionThatIsNamed() throws InterruptedException {
        gateway.on(
                Operation.IMAGES, 403, FakeGateway.error("403 FORBIDDEN", "Access is denied. Needed: CS.IMAGE.VIEW."));

        Refused refused = refused(token(TOKEN));

        assertThat(refused.reason()).contains("HTTP 403", "lacks the permission CS.IMAGE.VIEW.");
        assertThat(refused.howToFix()).contains("give the permission CS.IMAGE.VIEW to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>WWW.EXAMPLE.COM</html>", "{\"message\": 7}", "[]"})
    void lackPermissionThatIsNotNamed(String body) throws InterruptedException {
        gateway.on(Operation.IMAGES, 403, body);

        Refused refused = refused(token(TOKEN));

        assertThat(refused.reason()).contains("HTTP 403").doesNotContain("EXAMPLE", "<");
        assertThat(refused.howToFix()).contains("Container Security", "proxy");
    }

    @Test
    void boundWhatIsQuoted() throws InterruptedException {
        gateway.on(Operation.IMAGES, 403, FakeGateway.error("403", "A".repeat(100_000)));

        assertThat(refused(token(TOKEN)).reason()).hasSizeLessThan(500);
    }

    private String remarks(String token) throws InterruptedException {
        return check(token(token))
                .fold(
                        connected -> String.join("|", connected.remarks()),
                        refused -> refused.reason(),
                        unreachable -> unreachable.reason());
    }

    private Refused refused(QualysLogin login) throws InterruptedException {
        ConnectionOutcome outcome = check(login);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }
}
