package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which channel carries a message that another one does not take. It may be asked to carry the same message several times, and
 * must know a repetition by its id.
 *
 * @param next channels by the name of the one that they stand in for, in the order in which they are tried
 * @param after a message has waited so long; one that its channel will never take does not wait
 */
public record TakeOver(Map<String, List<String>> next, Duration after) {
    /** Nobody stands in for anybody. */
    public static final TakeOver NONE = new TakeOver(Map.of(), Duration.ZERO);

    public TakeOver {
        next = Map.copyOf(next);
    }

    boolean isDue(OutboxMessage message, Instant now) {
        return !after(message.channel()).isEmpty()
                && Duration.between(message.createdAt(), now).compareTo(after) >= 0;
    }

    List<String> after(String channel) {
        return next.getOrDefault(channel, List.of());
    }
}
