package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import java.util.regex.Pattern;

/** Says what an answer that is not a good one means for one call, and what to do about it. */
final class TenableAdvice {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final TenableServer server;
    private final String action;
    private final Redaction redaction;

    TenableAdvice(TenableServer server, String action, Redaction redaction) {
        this.server = server;
        this.action = action;
        this.redaction = redaction;
    }

    /** There is no whole answer. */
    BlindException unanswered(TransportException failure) {
        return new BlindException(
                "Could not " + action + " at " + server.rest() + ". "
                        + redaction.apply(String.valueOf(failure.getMessage())),
                failure.howToFix(),
                false,
                failure);
    }

    /** The answer is no envelope, or not to the point. */
    BlindException unusable(HttpAnswer answer, Exception why) {
        return new BlindException(
                because(answered(answer) + ", and " + redaction.apply(String.valueOf(why.getMessage()))),
                "Check that " + server.address().getHost()
                        + " is a Tenable.sc, and that no proxy or sign-on page stands"
                        + " before it; if it is one, its version speaks another way: report the message.",
                false,
                why);
    }

    /** An HTTP status that says by itself that there is no answer. */
    TenableErrorException failed(HttpAnswer answer) {
        return new TenableErrorException(
                answer.status(), TenableErrorException.NO_CODE, because(answered(answer)), howToFix(answer));
    }

    /** An envelope that says no. */
    TenableErrorException refused(Envelope envelope) {
        String said = envelope.errorMessage().isEmpty()
                ? ""
                : " (" + ForeignText.quote(redaction.apply(envelope.errorMessage())) + ")";
        return new TenableErrorException(
                envelope.answer().status(),
                envelope.errorCode(),
                because(answered(envelope.answer()) + ", error_code " + envelope.errorCode() + said),
                howToFix(envelope.answer()));
    }

    /** Nobody is asked any more. */
    BlindException outOfTime() {
        return new BlindException(
                because("all calls of this look together took longer than " + server.lookTimeout()),
                "The next look goes on where this one ended; if it happens again, look why "
                        + server.address().getHost() + " is slow, or look back less far.",
                false,
                null);
    }

    String because(String reason) {
        return "Could not " + action + " at " + server.rest() + ": " + reason + ".";
    }

    private static String answered(HttpAnswer answer) {
        return "the server answered HTTP " + answer.status();
    }

    private String howToFix(HttpAnswer answer) {
        int status = answer.status();
        if (status == 429) {
            return "The server limits how often it is asked. " + pause(answer);
        }
        if (status >= 300 && status < 400) {
            return "It sent a redirect, which was not followed. Give the final address of the Tenable.sc.";
        }
        if (status >= 500) {
            return "The server, or the proxy before it, has a fault of its own or is being maintained: try again, then look"
                    + " at its system log.";
        }
        return "Check that the user of the API key or account may see scans, results and scan zones.";
    }

    private static String pause(HttpAnswer answer) {
        return answer.header("retry-after")
                .map(String::strip)
                .filter(each -> SECONDS.matcher(each).matches())
                .map(each -> "It asks to wait " + each + " seconds.")
                .orElse("Try again in a few minutes.");
    }
}
