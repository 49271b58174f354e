package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One message to one channel.
 *
 * @param id the same for the same message however often it is saved, so that receivers can tell a repetition
 * @param channel which {@link Channel} delivers it, for example {@code sns}
 * @param subject one line
 * @param body as the channel sends it
 * @param attributes what receivers filter by
 */
public record OutboxMessage(
        String id, String channel, String subject, String body, Map<String, String> attributes, Instant createdAt) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_:-]{1,128}");

    /** @throws IllegalArgumentException if the id has other characters or another length */
    public OutboxMessage {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not a message id: 1 to 128 letters, digits, _, : and - are expected");
        }
        attributes = Map.copyOf(attributes);
    }
}
