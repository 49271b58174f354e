package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in Anchore; all texts are one bounded line.
 *
 * @param id by which it can be asked for
 * @param at null if Anchore does not say
 * @param level in capitals, because Anchore's case varies
 * @param type for example {@code user.image.analysis.failed}
 * @param details as JSON; empty if there are none
 * @param service whose log tells more
 * @param resourceId of what it is about, for example a digest
 */
public record AnchoreEvent(
        String id,
        @Nullable Instant at,
        String level,
        String type,
        String message,
        String details,
        String service,
        String host,
        String resourceType,
        String resourceId) {

    static AnchoreEvent of(JsonNode record) throws UnreadableValueException {
        JsonNode event = record.path("event").isObject() ? record.path("event") : record;
        JsonNode source = event.path("source");
        JsonNode resource = event.path("resource");
        Instant made = AnchoreJson.instant(event, "timestamp");
        JsonNode details = event.path("details");
        String type = AnchoreJson.text(event, "type");
        if (type.isEmpty()) {
            throw new UnreadableValueException("type", "", "the type of an event");
        }
        return new AnchoreEvent(
                AnchoreJson.text(record, "generated_uuid", "id"),
                made == null ? AnchoreJson.instant(record, "created_at") : made,
                AnchoreJson.text(event, "level").toUpperCase(Locale.ROOT),
                type,
                AnchoreJson.text(event, "message"),
                details(details),
                AnchoreJson.text(source, "servicename", "service_name"),
                AnchoreJson.text(source, "hostid", "host_id"),
                AnchoreJson.text(resource, "type"),
                AnchoreJson.text(resource, "id"));
    }

    private static String details(JsonNode details) {
        if (details.isValueNode()) {
            return details.isNull() ? "" : ForeignLine.of(details.asText());
        }
        return details.isEmpty() ? "" : ForeignLine.of(details.toString());
    }

    /** One sentence for people. */
    public String words() {
        return type
                + (message.isEmpty() ? "" : ": " + message)
                + (details.isEmpty() ? "" : " (" + details + ")")
                + (service.isEmpty() ? "." : "; the log of " + service + " tells more.");
    }
}
