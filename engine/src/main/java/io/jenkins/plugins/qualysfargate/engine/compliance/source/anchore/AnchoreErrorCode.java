package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.util.ArrayList;
import java.util.List;

/** A word that Anchore gives as a reason, for example {@code REGISTRY_PERMISSION_DENIED}, and what it means by it. */
public record AnchoreErrorCode(String name, String description) {

    static List<AnchoreErrorCode> all(JsonNode answer) throws UnreadableValueException {
        List<AnchoreErrorCode> all = new ArrayList<>();
        for (JsonNode each : AnchoreJson.list(answer, "error codes")) {
            all.add(new AnchoreErrorCode(AnchoreJson.text(each, "name"), AnchoreJson.text(each, "description")));
        }
        return all;
    }
}
