package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Tenable.sc wraps around every answer, the bad ones too.
 *
 * @param response object, list or text
 * @param errorCode 0 if all is well, whatever the HTTP status
 * @param timestamp when it was made, by the server; null if it does not say
 */
record Envelope(
        HttpAnswer answer,
        JsonNode response,
        long errorCode,
        String errorMessage,
        List<String> warnings,
        @Nullable Instant timestamp) {
    private static final int MOST_WARNINGS = 20;

    Envelope {
        warnings = List.copyOf(warnings);
    }

    /** Reads it whatever the content type: a refused token comes as text/html, and is JSON. */
    static Envelope read(HttpAnswer answer) throws SmallJson.NotReadable, UnreadableValueException {
        JsonNode root = SmallJson.read(answer.body().open());
        Long code = Scalars.integer(root, "error_code");
        if (code == null) {
            throw new UnreadableValueException("error_code", "nothing", "a whole number");
        }
        return new Envelope(
                answer,
                root.path("response"),
                code,
                Scalars.text(root, "error_msg"),
                warnings(root.path("warnings")),
                Scalars.epochSecond(root, "timestamp"));
    }

    private static List<String> warnings(JsonNode list) throws UnreadableValueException {
        List<String> warnings = new ArrayList<>();
        for (JsonNode each : list) {
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(Scalars.text(each, "code") + " " + Scalars.text(each, "warning"));
            }
        }
        return warnings;
    }

    /** The response as an object. */
    JsonNode object() throws UnreadableValueException {
        if (!response.isObject()) {
            throw new UnreadableValueException("response", Fields.typeOf(response), "an object");
        }
        return response;
    }
}
