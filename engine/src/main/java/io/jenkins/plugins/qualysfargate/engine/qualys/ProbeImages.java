package io.jenkins.plugins.qualysfargate.engine.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks Container Security for one image, whichever it is: who gets an answer is logged in. The image is not looked at. */
final class ProbeImages implements GatewayCall<Boolean> {
    private static final int MOST_BYTES = 1 << 20;
    // Such as CS.IMAGE.VIEW.
    private static final Pattern PERMISSION = Pattern.compile("\\b[A-Z]{2,20}(?:\\.[A-Z_]{2,40}){1,4}\\b");

    private final Credential token;
    private final boolean fixed;
    private final @Nullable Instant expired;

    /**
     * @param fixed true if the user gave the token and can give another
     * @param expired when it did, as far as it can be told; null if it did not
     */
    ProbeImages(Credential token, boolean fixed, @Nullable Instant expired) {
        this.token = token;
        this.fixed = fixed;
        this.expired = expired;
    }

    @Override
    public String action() {
        return "ask Container Security for an image";
    }

    @Override
    public HttpCall call(QualysPlatform platform) {
        return HttpCall.get(GatewayAddress.resource(platform, "/csapi/v1.3/images?pageNumber=1&pageSize=1"))
                .header("accept", "application/json")
                .header("authorization", "Bearer " + token.value())
                .atMost(MOST_BYTES);
    }

    @Override
    public Boolean read(HttpAnswer answer, GatewayAdvice advice) throws GatewayException {
        return switch (answer.status()) {
            case 200 -> list(answer, advice);
            // There is no image yet.
            case 204 -> true;
            case 401 -> throw unknown(answer, advice);
            case 403 -> throw forbidden(answer, advice);
            default -> throw advice.noAnswer(answer);
        };
    }

    private static boolean list(HttpAnswer answer, GatewayAdvice advice) throws GatewayException {
        try {
            JsonNode page = SmallJson.read(answer.body().open());
            if (page.path("data").isArray() || page.path("count").isNumber()) {
                return true;
            }
        } catch (SmallJson.NotReadable e) {
            throw advice.unusable(answer, "with something that is no list of images");
        }
        throw advice.unusable(answer, "with something that is no list of images");
    }

    private GatewayException unknown(HttpAnswer answer, GatewayAdvice advice) {
        if (expired != null) {
            return advice.refused(
                    answer,
                    "the access token expired on " + expired,
                    "Get a new access token: one lives four hours. Client id and secret instead of it get a new one for"
                            + " every scan.");
        }
        return fixed
                ? advice.refused(
                        answer,
                        "the access token is not accepted",
                        "Check that the token was copied as a whole, and that it is of this platform: a token of one"
                                + " platform means nothing to another.")
                : advice.refused(
                        answer,
                        "the access token that it has just given is not accepted",
                        "Check the clock and the state of the platform, then try again; ask Qualys support if it stays.");
    }

    private static GatewayException forbidden(HttpAnswer answer, GatewayAdvice advice) {
        Matcher named = PERMISSION.matcher(GatewayAdvice.message(answer));
        return named.find()
                ? advice.refused(
                        answer,
                        "the login is right, but lacks the permission " + named.group(),
                        "Have a Qualys administrator give the permission " + named.group()
                                + " to the user or client of this login.")
                : advice.refused(
                        answer,
                        "this login may not do that",
                        "Check that the account has Container Security, that the user or client of this login may view its"
                                + " images, and that it is not a proxy or firewall on the way that refuses.");
    }
}
