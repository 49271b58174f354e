package io.jenkins.plugins.qualysfargate.engine.aws.secret;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the secret: a JSON object with {@code qualys_pod} and {@code qualys_access_token}.
 *
 * @param pod null if the secret names none
 */
public record QualysSecret(@Nullable PodName pod, Credential accessToken) {

    /** @throws IllegalArgumentException saying what is wrong with it and showing nothing of it */
    static QualysSecret parse(String text) {
        JsonNode root;
        try {
            root = SmallJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (SmallJson.NotReadable notReadable) {
            throw new IllegalArgumentException(
                    "{\"qualys_pod\": \"US2\", \"qualys_access_token\": \"…\"} is expected, but "
                            + notReadable.getMessage(),
                    notReadable);
        }
        String pod = SmallJson.text(root, "qualys_pod").strip();
        return new QualysSecret(
                pod.isEmpty() ? null : podName(pod),
                Credential.of("qualys_access_token", SmallJson.text(root, "qualys_access_token")));
    }

    // The text itself stays out of the message: who mixes up the two keys has the token here.
    private static PodName podName(String text) {
        try {
            return PodName.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("qualys_pod is no Qualys platform that is known, such as US2 or EU1");
        }
    }
}
