package io.jenkins.plugins.qualysfargate.engine.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import java.util.regex.Pattern;

/** Says what an answer that is not a good one means for one call, and what to do about it. */
final class GatewayAdvice {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final QualysPlatform platform;
    private final String action;
    private final Redaction redaction;

    GatewayAdvice(QualysPlatform platform, String action, Redaction redaction) {
        this.platform = platform;
        this.action = action;
        this.redaction = redaction;
    }

    /** Host and platform, for messages. */
    String gateway() {
        String authority = GatewayAddress.of(platform).getRawAuthority();
        return platform.fold(pod -> authority + " (" + pod.name() + ")", gateway -> authority);
    }

    /** The gateway says no. */
    GatewayException refused(HttpAnswer answer, String howToFix) {
        return because(true, "the gateway answered HTTP " + answer.status() + quoted(answer), howToFix);
    }

    /** The gateway says no, and there is more to tell than its status. */
    GatewayException refused(HttpAnswer answer, String meaning, String howToFix) {
        return because(
                true, "the gateway answered HTTP " + answer.status() + quoted(answer) + ": " + meaning, howToFix);
    }

    /** The gateway says yes, but not what it should. */
    GatewayException unusable(HttpAnswer answer, String without) {
        return because(
                false,
                "the gateway answered HTTP " + answer.status() + " " + without,
                "Check that " + gateway() + " is the gateway of your platform, and that no proxy or sign-on page stands"
                        + " before it.");
    }

    /** There is no whole answer. */
    GatewayException unanswered(TransportException failure) {
        return new GatewayException(
                false,
                "Could not " + action + " at " + gateway() + ". "
                        + redaction.apply(String.valueOf(failure.getMessage())),
                failure.howToFix(),
                failure);
    }

    /** Every status that does not say anything of the login. */
    GatewayException noAnswer(HttpAnswer answer) {
        int status = answer.status();
        String said = "the gateway answered HTTP " + status;
        if (status >= 300 && status < 400) {
            return because(
                    false,
                    said + ", a redirect to " + target(answer) + ", which was not followed",
                    "A gateway does not redirect. Check that " + gateway()
                            + " is the gateway of your platform, and that no"
                            + " proxy or sign-on page stands before it.");
        }
        String advice =
                switch (status) {
                    case 404 ->
                        "Check that " + gateway() + " is the gateway of your platform: this service is not there.";
                    case 429 -> "Qualys limits how often it is asked. " + pause(answer);
                    default ->
                        status >= 500
                                ? "The platform has a fault of its own or is being maintained: try again, then look at its"
                                        + " status page."
                                : "Check that " + gateway() + " is the gateway of your platform.";
                };
        return because(false, said + quoted(answer), advice);
    }

    private GatewayException because(boolean refused, String reason, String howToFix) {
        return new GatewayException(
                refused, "Could not " + action + " at " + gateway() + ": " + reason + ".", howToFix, null);
    }

    private static String pause(HttpAnswer answer) {
        return answer.header("x-ratelimit-towait-sec")
                .or(() -> answer.header("retry-after"))
                .map(String::strip)
                .filter(each -> SECONDS.matcher(each).matches())
                .map(each -> "Try again in " + each + " seconds.")
                .orElse("Try again in a few minutes.");
    }

    private String target(HttpAnswer answer) {
        String location = answer.header("location").orElse("");
        try {
            URI target = URI.create(location);
            return target.getHost() == null ? "itself" : ForeignText.quote(redaction.apply(target.getHost()));
        } catch (IllegalArgumentException e) {
            return "what is no address";
        }
    }

    /** What the gateway says of its refusal, if it does: hostile, and may repeat what was sent. */
    static String message(HttpAnswer answer) {
        return error(answer).path("message").asText("");
    }

    private static JsonNode error(HttpAnswer answer) {
        try {
            return SmallJson.read(answer.body().open());
        } catch (SmallJson.NotReadable e) {
            return MissingNode.getInstance();
        }
    }

    private String quoted(HttpAnswer answer) {
        String code = error(answer).path("errorCode").asText("");
        String text = message(answer);
        String both = code.isEmpty() || text.isEmpty() ? code + text : code + ": " + text;
        return both.isBlank() ? "" : " (" + ForeignText.quote(redaction.apply(both)) + ")";
    }
}
