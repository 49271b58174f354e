package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;

/** Says what a refusal of a registry means and what to do about it. */
final class RegistryAdvice {
    private RegistryAdvice() {}

    static UnresolvedException refused(RegistryCall<?> question, HttpAnswer answer, RegistryLogin login) {
        String message = "Could not " + question.action() + ": the registry answered HTTP " + answer.status()
                + quoted(answer, login.redaction()) + ", asked " + login.description() + ".";
        return UnresolvedException.refused(answer.status(), message, advice(question, answer, login));
    }

    private static String advice(RegistryCall<?> question, HttpAnswer answer, RegistryLogin login) {
        int status = answer.status();
        return switch (status) {
            case 401, 403 ->
                login.loggedIn()
                        ? "Check that the login is right and may do this in the repository, and that the repository exists"
                                + " (many registries hide that); short-lived passwords, as of ECR, must be fetched again."
                        : "Check the spelling of the repository. If it is private, run 'docker login' for its registry, or"
                                + " set QSCANNER_REGISTRY_USERNAME and QSCANNER_REGISTRY_PASSWORD.";
            case 404 -> question.adviceIfMissing();
            case 429 ->
                "The registry limits how often it is asked. "
                        + answer.header("retry-after")
                                .map(each ->
                                        "It asks to wait " + ForeignText.quote(each) + " (seconds, or until then). ")
                                .orElse("Wait a while. ")
                        + "Log in to get a higher limit, or use a mirror.";
            default ->
                status >= 500
                        ? "The registry has a fault of its own: try again, then ask its operator."
                        : status >= 300 && status < 400
                                ? "Use the registry's final address in the image name."
                                : "Check that the name before the first slash of the image is a container registry"
                                        + " (API version 2), and that it is not spoken to with HTTP where it wants HTTPS.";
        };
    }

    /** The first error of the registry's own words, if it sent some: hostile, so cut and without control characters. */
    private static String quoted(HttpAnswer answer, Redaction redaction) {
        JsonNode error;
        try {
            error = SmallJson.read(answer.body().open()).path("errors").path(0);
        } catch (SmallJson.NotReadable e) {
            return "";
        }
        String code = SmallJson.text(error, "code");
        String text = SmallJson.text(error, "message");
        String both = text.isEmpty() ? code : code + ": " + text;
        return both.isEmpty() ? "" : " (" + ForeignText.quote(redaction.apply(both)) + ")";
    }
}
