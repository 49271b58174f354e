package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin.ClientCredentials;

/** Gets an access token for an OAuth client, and takes nothing for one that does not look like one. */
final class FetchAccessToken implements GatewayCall<Credential> {
    private static final int MOST_BYTES = 64 << 10;

    private final ClientCredentials client;

    FetchAccessToken(ClientCredentials client) {
        this.client = client;
    }

    @Override
    public String action() {
        return "get a Qualys access token with client id and secret";
    }

    @Override
    public HttpCall call(QualysPlatform platform) {
        return HttpCall.post(GatewayAddress.resource(platform, "/auth/oidc"), "application/x-www-form-urlencoded", "")
                .header("accept", "application/json")
                .header("clientId", client.id().value())
                .header("clientSecret", client.secret().value())
                .atMost(MOST_BYTES);
    }

    @Override
    public Credential read(HttpAnswer answer, GatewayAdvice advice) throws GatewayException {
        return switch (answer.status()) {
            case 200, 201 -> token(answer, advice);
            case 400, 401, 403 ->
                throw advice.refused(
                        answer,
                        "Check client id and client secret, that they belong to this platform, and that the client is"
                                + " neither revoked nor expired.");
            default -> throw advice.noAnswer(answer);
        };
    }

    private static Credential token(HttpAnswer answer, GatewayAdvice advice) throws GatewayException {
        // Every character of a token is ASCII, so that a body in another encoding is none.
        String body = answer.body().text().strip();
        if (WebToken.read(body).isEmpty()) {
            throw advice.unusable(answer, body.isEmpty() ? "without a body" : "with something that is no access token");
        }
        return Credential.of("the Qualys access token", body);
    }
}
