package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads message bodies: events of EventBridge as they are, or in the envelope of an SNS notification. Whatever comes in, it
 * answers, and nothing is looked up for it.
 */
public final class PushEvents {
    /** Longest body that is read, in bytes; SQS itself took no longer one for years. */
    public static final int LONGEST_BODY = 256 * 1024;

    private static final String NOTIFICATION = "Notification";

    private PushEvents() {}

    public static PushDecision decode(String body) {
        try {
            JsonNode root = read(body);
            if (SmallJson.text(root, "Type").equals(NOTIFICATION) && !root.has("detail-type")) {
                root = read(EventField.text(root, "Message"));
            }
            return decode(root);
        } catch (SmallJson.NotReadable broken) {
            return new PushDecision.Malformed("The body cannot be read: " + broken.getMessage() + ".");
        } catch (IllegalArgumentException broken) {
            return new PushDecision.Malformed("The event cannot be used: " + broken.getMessage() + ".");
        }
    }

    private static JsonNode read(String text) throws SmallJson.NotReadable {
        // Every character is at least one byte, so what is far too long is not even copied.
        byte[] bytes = text.length() > LONGEST_BODY ? null : text.getBytes(StandardCharsets.UTF_8);
        if (bytes == null || bytes.length > LONGEST_BODY) {
            throw new IllegalArgumentException("it has more than " + LONGEST_BODY + " bytes");
        }
        return SmallJson.read(new ByteArrayInputStream(bytes));
    }

    private static PushDecision decode(JsonNode root) {
        String type = EventField.text(root, "detail-type");
        JsonNode detail = root.path("detail");
        if (!detail.isObject()) {
            throw new IllegalArgumentException("it has no object detail");
        }
        return switch (type) {
            case "ECR Image Action" -> ImageAction.decode(root, detail);
            case "AWS API Call via CloudTrail" -> PutImageCall.decode(root, detail);
            case ScanWish.DETAIL_TYPE -> ScanWish.decode(root, detail);
            default -> new PushDecision.Ignored("Events of this type announce no push.");
        };
    }
}
