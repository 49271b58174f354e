package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Brings waiting messages to their channels; a message that arrives twice after a crash carries the same id both times. */
public final class Delivery {
    private static final int AT_ONCE = 10;

    private final Outbox outbox;
    private final Map<String, Channel> channels;
    private final DeliverySettings settings;
    private final Clock clock;

    /** @param channels by name; messages to others are left to whoever has them */
    public Delivery(Outbox outbox, Map<String, Channel> channels, DeliverySettings settings, Clock clock) {
        this.outbox = outbox;
        this.channels = Map.copyOf(channels);
        this.settings = settings;
        this.clock = clock;
    }

    /** Tries every message that is due now, once. */
    public DeliveryCount deliverDue() {
        DeliveryCount count = DeliveryCount.NONE;
        for (Map.Entry<String, Channel> channel : channels.entrySet()) {
            List<Claim> claims = claim(channel.getKey());
            while (!claims.isEmpty()) {
                for (Claim claim : claims) {
                    count = count.plus(deliver(claim, channel.getValue()));
                }
                claims = claim(channel.getKey());
            }
        }
        return count;
    }

    private List<Claim> claim(String channel) {
        return outbox.claim(channel, clock.instant(), settings.lease(), AT_ONCE);
    }

    private DeliveryCount deliver(Claim claim, Channel channel) {
        try {
            channel.send(claim.message());
        } catch (UndeliverableException failure) {
            return failed(claim, failure);
        }
        outbox.delivered(claim);
        return DeliveryCount.DELIVERED;
    }

    private DeliveryCount failed(Claim claim, UndeliverableException failure) {
        Instant now = clock.instant();
        String reason = String.valueOf(failure.getMessage());
        Duration age = Duration.between(claim.message().createdAt(), now);
        if (!failure.worthRepeating() || age.compareTo(settings.giveUpAfter()) >= 0) {
            outbox.abandon(claim, now, reason);
            return DeliveryCount.abandoned(reason);
        }
        outbox.postpone(claim, now.plus(settings.pauseAfter(claim.attempt())), reason);
        return DeliveryCount.postponed(reason);
    }
}
