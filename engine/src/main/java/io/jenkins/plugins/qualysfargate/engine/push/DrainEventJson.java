package io.jenkins.plugins.qualysfargate.engine.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One line of JSON for each event, for logs that machines read. */
public final class DrainEventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private DrainEventJson() {}

    /** The line without its end. */
    public static String line(DrainEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("time", event.at().toString());
            json.writeStringField("event", event.kind().name());
            if (event.messageId() != null) {
                json.writeStringField("messageId", event.messageId());
            }
            Push push = event.push();
            if (push != null) {
                json.writeStringField("image", push.image().toString());
                json.writeStringField("repository", push.repository());
                json.writeStringField("imageDigest", push.digest().value());
                json.writeStringField("eventId", push.eventId());
            }
            json.writeStringField("detail", event.detail());
            if (event.time() != null) {
                json.writeNumberField("seconds", event.time().toMillis() / 1000.0);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory takes whatever is written to it", e);
        }
        return text.toString();
    }
}
