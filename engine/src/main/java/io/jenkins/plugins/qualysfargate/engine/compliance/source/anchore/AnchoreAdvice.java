package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says what an answer that is not a good one means for one call, and what to do about it. */
final class AnchoreAdvice {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final AnchoreServer server;
    private final String action;
    private final Redaction redaction;

    /** @param action completes "Could not …" */
    AnchoreAdvice(AnchoreServer server, String action) {
        this.server = server;
        this.action = action;
        this.redaction = Redaction.of(List.of(server.login().password()));
    }

    BlindException unanswered(TransportException failure) {
        return new BlindException(
                "Could not " + action + " at " + server.base() + ". "
                        + redaction.apply(String.valueOf(failure.getMessage())),
                failure.howToFix(),
                false,
                failure);
    }

    BlindException unusable(Exception why) {
        return new BlindException(
                because("the answer cannot be used, because " + redaction.apply(String.valueOf(why.getMessage()))),
                "Check that " + server.base() + " is the API of an Anchore, and that no proxy or sign-on page stands"
                        + " before it; if it is one, its version speaks another way: report the message.",
                false,
                why);
    }

    BlindException outOfTime() {
        return new BlindException(
                because("all calls of this look together took longer than " + server.lookTimeout()),
                "Look why the server is slow, or switch the evaluation of images off.",
                false,
                null);
    }

    BlindException tooMany(String what) {
        return new BlindException(
                because("there are more " + what),
                "Name the account that is meant, or divide the source.",
                false,
                null);
    }

    BlindException spent() {
        return new BlindException(
                because("the login was refused " + LoginBudget.MOST_REFUSALS + " times, so that nobody asks any more"),
                "Correct user or password in the credentials, or start anew by hand; asking again may lock the account.",
                true,
                null);
    }

    AnchoreErrorException refused(HttpAnswer answer) {
        JsonNode said = said(answer);
        List<String> words = new ArrayList<>();
        words.add(said.path("message").asText(""));
        // {"detail": {"error_codes": ["REGISTRY_PERMISSION_DENIED"]}}
        said.at("/detail/error_codes").forEach(code -> words.add(code.asText("")));
        words.removeIf(String::isBlank);
        String message = ForeignLine.of(redaction.apply(String.join(", ", words)));
        String quoted = message.isEmpty() ? "" : " (" + message + ")";
        return new AnchoreErrorException(
                answer.status(),
                message,
                because("the server answered HTTP " + answer.status() + quoted),
                howToFix(answer),
                answer.status() == 401);
    }

    private static JsonNode said(HttpAnswer answer) {
        try {
            return SmallJson.read(answer.body().open());
        } catch (SmallJson.NotReadable noJson) {
            return MissingNode.getInstance();
        }
    }

    private String because(String reason) {
        return "Could not " + action + " at " + server.base() + ": " + reason + ".";
    }

    private String howToFix(HttpAnswer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return "It sent a redirect, which was not followed. Give the final address of the API.";
        }
        if (status >= 500) {
            return "Anchore, or the proxy before it, has a fault of its own: look at the state of its services, then at the"
                    + " log of the API service.";
        }
        return switch (status) {
            case 401 ->
                "Check address, user and password: nearly always one of them is wrong. After "
                        + LoginBudget.MOST_REFUSALS + " refusals nobody asks again, so that the account is not locked.";
            case 403 -> "Give the user the right to read this, or name the account that it belongs to.";
            case 404 ->
                "Check that it is there, and that the address is that of the API: …/v2 for Enterprise, …/v1 else.";
            case 429 -> "The server limits how often it is asked. " + pause(answer);
            default -> "Look at the message and at the log of Anchore's API service.";
        };
    }

    private static String pause(HttpAnswer answer) {
        return answer.header("retry-after")
                .map(String::strip)
                .filter(each -> SECONDS.matcher(each).matches())
                .map(each -> "It asks to wait " + each + " seconds.")
                .orElse("Try again in a few minutes.");
    }
}
