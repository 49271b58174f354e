package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * Tries every message that is due now, once; what a channel refuses and may take later ends its round, so that nobody waits
     * for a thousand messages to a channel that is down.
     */
    public DeliveryCount deliverDue() {
        DeliveryCount count = DeliveryCount.NONE;
        for (Map.Entry<String, Channel> channel : channels.entrySet()) {
            Round round = new Round();
            List<Claim> claims = claim(channel.getKey());
            while (!claims.isEmpty()) {
                for (Claim claim : claims) {
                    deliver(claim, channel.getValue(), round);
                }
                claims = round.down == null ? claim(channel.getKey()) : List.of();
            }
            count = count.plus(round.count);
        }
        return count;
    }

    /** What came of one channel so far. */
    private static final class Round {
        private DeliveryCount count = DeliveryCount.NONE;
        /** Why it takes nothing now; null as long as it does. */
        private @Nullable String down;
    }

    private List<Claim> claim(String channel) {
        return outbox.claim(channel, clock.instant(), settings.lease(), AT_ONCE);
    }

    private void deliver(Claim claim, Channel channel, Round round) {
        if (round.down != null) {
            // Put back, also if it is old: nobody has tried it now.
            outbox.postpone(claim, clock.instant().plus(settings.firstPause()), round.down);
            round.count = round.count.plus(DeliveryCount.postponed(round.down));
            return;
        }
        try {
            channel.send(claim.message());
        } catch (UndeliverableException failure) {
            round.down = failure.worthRepeating() ? String.valueOf(failure.getMessage()) : null;
            round.count = round.count.plus(failed(claim, failure));
            return;
        }
        outbox.delivered(claim);
        round.count = round.count.plus(DeliveryCount.DELIVERED);
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
