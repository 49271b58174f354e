package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is not a good one means for one call, and what to do about it. */
final class RegistryAdvice {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    // Such as CS.IMAGE.VIEW, in a message that is hostile.
    private static final Pattern PERMISSION = Pattern.compile("\\b[A-Z]{2,20}(?:\\.[A-Z_]{2,40}){1,4}\\b");

    private final URI gateway;
    private final String action;

    /** @param action completes "Could not …" */
    RegistryAdvice(URI gateway, String action) {
        this.gateway = gateway;
        this.action = action;
    }

    BlindException unanswered(TransportException failure) {
        return new BlindException(
                "Could not " + action + " at " + gateway + ". " + failure.getMessage(),
                failure.howToFix(),
                false,
                failure);
    }

    BlindException withoutToken(TokenUnavailableException failure) {
        return new BlindException(because(failure.situation()), failure.howToFix(), failure.refused(), failure);
    }

    BlindException withoutToken(Exception failure) {
        return new BlindException(
                because("there is no token: " + Redaction.BY_LOOKS.apply(String.valueOf(failure.getMessage()))),
                "Check the Qualys credentials.",
                false,
                failure);
    }

    BlindException spent() {
        return new BlindException(
                because("the login was refused " + LoginBudget.MOST_REFUSALS + " times, so that nobody asks any more"),
                "Correct the Qualys credentials, or start anew by hand; asking again may lock the account.",
                true,
                null);
    }

    BlindException interrupted(InterruptedException why) {
        return new BlindException(because("it was cancelled"), "Look again.", false, why);
    }

    BlindException outOfTime(Duration limit) {
        return new BlindException(
                because("all calls of this look together took longer than " + limit),
                "Do not look at single repositories, or divide the source among the platform's accounts.",
                false,
                null);
    }

    BlindException unusable(String why, @Nullable Exception cause) {
        return new BlindException(
                because("the answer cannot be used, because " + why),
                "Check that " + gateway + " is the gateway of your platform, and that no proxy or sign-on page stands"
                        + " before it; if it is, its version speaks another way: report the message.",
                false,
                cause);
    }

    RegistryRefusedException refused(HttpAnswer answer) {
        JsonNode said = said(answer);
        String code = said.path("errorCode").asText("");
        String text = said.path("message").asText("");
        String both = code.isEmpty() || text.isEmpty() ? code + text : code + ": " + text;
        String quoted = both.isBlank() ? "" : " (" + ForeignLine.of(Redaction.BY_LOOKS.apply(both), 200) + ")";
        return new RegistryRefusedException(
                answer.status(),
                because("the gateway answered HTTP " + answer.status() + quoted),
                howToFix(answer, text),
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
        return "Could not " + action + " at " + gateway + ": " + reason + (reason.endsWith(".") ? "" : ".");
    }

    private static String howToFix(HttpAnswer answer, String message) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return "It sent a redirect, which was not followed: check that this is the gateway of your platform.";
        }
        if (status >= 500) {
            return "The platform has a fault of its own or is being maintained: try again, then look at its status page.";
        }
        return switch (status) {
            case 401 -> "Check the Qualys credentials, and that they belong to this platform.";
            case 403 -> permission(message);
            case 404 -> "Check that this is the gateway of your platform, and that the registry still exists.";
            case 429 -> "Qualys limits how often it is asked. " + pause(answer);
            default -> "Look at the message; report it if it does not help.";
        };
    }

    private static String permission(String message) {
        Matcher named = PERMISSION.matcher(message);
        return named.find()
                ? "Have a Qualys administrator give the permission " + named.group() + " to this login."
                : "Check that the account has Container Security, and that this login may view registries and sensors.";
    }

    private static String pause(HttpAnswer answer) {
        Duration wish = wish(answer);
        return wish == null ? "Try again in a few minutes." : "Try again in " + wish.toSeconds() + " seconds.";
    }

    /** How long the platform asks to wait; null if it does not say. */
    static @Nullable Duration wish(HttpAnswer answer) {
        return answer.header("x-ratelimit-towait-sec")
                .or(() -> answer.header("retry-after"))
                .map(String::strip)
                .filter(each -> SECONDS.matcher(each).matches())
                .map(each -> Duration.ofSeconds(Long.parseLong(each)))
                .orElse(null);
    }
}
