package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;

/** ECR's own event, sent at once when something happened to an image. */
final class ImageAction {
    private ImageAction() {}

    static PushDecision decode(JsonNode root, JsonNode detail) {
        if (!EventField.text(detail, "action-type").equals("PUSH")) {
            return new PushDecision.Ignored("The image was not pushed; something else happened to it.");
        }
        if (!EventField.text(detail, "result").equals("SUCCESS")) {
            return new PushDecision.Ignored("The push did not succeed, so there is no image.");
        }
        if (!ArtifactType.mayBeImage(SmallJson.text(detail, "artifact-media-type"))) {
            return ArtifactType.other();
        }
        return new PushDecision.Wanted(new Push(
                new EcrRegistry(EventField.text(root, "account"), EventField.text(root, "region")),
                EventField.text(detail, "repository-name"),
                EventField.digest(detail, "image-digest"),
                EventField.tag(detail, "image-tag"),
                EventField.time(root, "time"),
                EventField.text(root, "id"),
                null));
    }
}
