package io.jenkins.plugins.qualysfargate.engine.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox.
 *
 * @param givenUpAt null while it waits
 * @param reason why the last attempt failed; null if none did
 */
record OutboxRow(
        OutboxMessage message,
        int attempts,
        @Nullable Instant givenUpAt,
        @Nullable String reason) {
    static final String COLUMNS = "id, channel, subject, body, attributes, created_at, attempts, given_up_at, reason";

    // Non-ASCII is escaped because hostile text may hold half a surrogate pair, which UTF-8 cannot carry.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final int LONGEST_REASON = 2000;

    static OutboxRow of(ResultSet row, DatabaseUse use) throws SQLException {
        return new OutboxRow(
                new OutboxMessage(
                        row.getString("id"),
                        row.getString("channel"),
                        row.getString("subject"),
                        row.getString("body"),
                        attributes(row.getString("attributes"), row.getString("id"), use),
                        row.getObject("created_at", Instant.class)),
                row.getInt("attempts"),
                row.getObject("given_up_at", Instant.class),
                row.getString("reason"));
    }

    static String attributes(OutboxMessage message) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(message.attributes()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the attributes of message " + message.id() + " are no JSON", e);
        }
    }

    private static Map<String, String> attributes(String json, String id, DatabaseUse use) {
        try {
            return JSON.readValue(json, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw use.damaged("has attributes that are no JSON", "message " + id, e);
        }
    }

    static String reason(String text) {
        return BoundedText.cut(text, LONGEST_REASON);
    }

    Undelivered undelivered() {
        Instant when = givenUpAt == null ? message.createdAt() : givenUpAt;
        return new Undelivered(message, attempts, when, reason == null ? "" : reason);
    }
}
