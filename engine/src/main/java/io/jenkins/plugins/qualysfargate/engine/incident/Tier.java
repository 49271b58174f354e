package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told after a while without an acknowledgement.
 *
 * @param after the first one was told
 * @param channels ids of channels, 1 to 32 letters, digits, {@code _} and {@code -} each
 * @param urgency that the message says; null for that of what failed
 */
public record Tier(
        Duration after, List<String> channels, @Nullable Urgency urgency) {
    private static final String CHANNEL = "[A-Za-z0-9_-]{1,32}";

    /** @throws IllegalArgumentException if it comes before the beginning, or a channel has another name */
    public Tier {
        channels = List.copyOf(channels);
        if (after.isNegative()) {
            throw new IllegalArgumentException(
                    "An escalation cannot go on after " + after + ": it is before its beginning");
        }
        for (String channel : channels) {
            if (!channel.matches(CHANNEL)) {
                throw new IllegalArgumentException(
                        "'" + channel + "' cannot name a channel: 1 to 32 letters, digits, _ and - are expected");
            }
        }
    }
}
