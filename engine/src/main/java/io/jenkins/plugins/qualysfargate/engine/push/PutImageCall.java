package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** CloudTrail's record of the call that ends a push; it comes some minutes after it. */
final class PutImageCall {
    private PutImageCall() {}

    static PushDecision decode(JsonNode root, JsonNode detail) {
        boolean putImage = EventField.text(detail, "eventSource").equals("ecr.amazonaws.com")
                && EventField.text(detail, "eventName").equals("PutImage");
        if (!putImage) {
            return new PushDecision.Ignored("The call is another one than PutImage, so nothing was pushed by it.");
        }
        if (detail.hasNonNull("errorCode")) {
            return new PushDecision.Ignored("The call to PutImage failed, so nothing was pushed by it.");
        }
        JsonNode image = detail.path("responseElements").path("image");
        JsonNode asked = detail.path("requestParameters");
        if (!isImage(image) || !isImage(asked)) {
            return ArtifactType.other();
        }
        JsonNode id = image.path("imageId");
        String account = image.hasNonNull("registryId")
                ? EventField.text(image, "registryId")
                : EventField.text(root, "account");
        Instant pushedAt = EventField.time(detail.hasNonNull("eventTime") ? detail : root, timeField(detail));
        return new PushDecision.Wanted(new Push(
                new EcrRegistry(account, EventField.text(root, "region")),
                EventField.textOfAny("repositoryName", image, asked),
                EventField.digest(id, "imageDigest"),
                EventField.tag(id.hasNonNull("imageTag") ? id : asked, "imageTag"),
                pushedAt,
                EventField.text(root, "id"),
                null));
    }

    private static String timeField(JsonNode detail) {
        return detail.hasNonNull("eventTime") ? "eventTime" : "time";
    }

    /** False only if there is a manifest that says so; the record may leave it out, and then it is an image. */
    private static boolean isImage(JsonNode node) {
        String manifest = SmallJson.text(node, "imageManifest");
        if (manifest.isEmpty()) {
            return true;
        }
        try {
            JsonNode read = SmallJson.read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
            return ArtifactType.mayBeImage(SmallJson.text(read, "artifactType"))
                    && ArtifactType.mayBeImage(SmallJson.text(read.path("config"), "mediaType"));
        } catch (SmallJson.NotReadable notSaid) {
            return true;
        }
    }
}
