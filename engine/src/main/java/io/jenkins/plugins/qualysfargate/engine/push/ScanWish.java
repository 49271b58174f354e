package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Our own event: an image is to be scanned although nothing was pushed, for example because its last scan is too old. */
public final class ScanWish {
    static final String DETAIL_TYPE = "Image Scan Wanted";

    private static final String SOURCE = "qualys-fargate";
    private static final JsonFactory JSON = new JsonFactory();

    private ScanWish() {}

    /** The body of a message that is read back as this push. */
    public static String write(Push push) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("version", "0");
            json.writeStringField("id", push.eventId());
            json.writeStringField("source", SOURCE);
            json.writeStringField("detail-type", DETAIL_TYPE);
            json.writeStringField("account", push.registry().account());
            json.writeStringField("region", push.registry().region());
            json.writeStringField("time", push.pushedAt().toString());
            json.writeObjectFieldStart("detail");
            json.writeStringField("repository-name", push.repository());
            json.writeStringField("image-digest", push.digest().value());
            if (push.tag() != null) {
                json.writeStringField("image-tag", push.tag());
            }
            if (push.freshAfter() != null) {
                json.writeStringField("fresh-after", push.freshAfter().toString());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes whatever is written to it", e);
        }
        return text.toString();
    }

    static PushDecision decode(JsonNode root, JsonNode detail) {
        return new PushDecision.Wanted(new Push(
                new EcrRegistry(EventField.text(root, "account"), EventField.text(root, "region")),
                EventField.text(detail, "repository-name"),
                EventField.digest(detail, "image-digest"),
                EventField.tag(detail, "image-tag"),
                EventField.time(root, "time"),
                EventField.text(root, "id"),
                detail.hasNonNull("fresh-after") ? EventField.time(detail, "fresh-after") : null));
    }
}
