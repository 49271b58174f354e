package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings waiting messages to their channels; a message that arrives twice after a crash carries the same id both times. */
public final class Delivery {
    private static final int AT_ONCE = 10;

    private final Outbox outbox;
    private final Map<String, Channel> channels;
    private final DeliverySettings settings;
    private final TakeOver takeOver;
    private final Clock clock;

    /** @param channels by name, delivered to in this order; messages to others are left to whoever has them */
    public Delivery(Outbox outbox, Map<String, Channel> channels, DeliverySettings settings, Clock clock) {
        this(outbox, channels, settings, TakeOver.NONE, clock);
    }

    /** The same, where channels stand in for others. */
    public Delivery(
            Outbox outbox, Map<String, Channel> channels, DeliverySettings settings, TakeOver takeOver, Clock clock) {
        this.outbox = outbox;
        this.channels = new LinkedHashMap<>(channels);
        this.settings = settings;
        this.takeOver = takeOver;
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
            Instant now = clock.instant();
            String reason = takeOver.isDue(claim.message(), now)
                    ? standIn(claim, round.down).reason()
                    : round.down;
            outbox.postpone(claim, now.plus(settings.firstPause()), reason);
            round.count = round.count.plus(DeliveryCount.postponed(reason));
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
        Duration age = Duration.between(claim.message().createdAt(), now);
        boolean late = age.compareTo(settings.giveUpAfter()) >= 0;
        boolean dead = late || !failure.worthRepeating();
        StandIn standIn = new StandIn(String.valueOf(failure.getMessage()), false);
        if (dead || takeOver.isDue(claim.message(), now)) {
            standIn = standIn(claim, standIn.reason());
        }
        if (late || (dead && !standIn.worthRepeating())) {
            outbox.abandon(claim, now, standIn.reason());
            return DeliveryCount.abandoned(standIn.reason());
        }
        Duration pause = settings.pauseAfter(claim.attempt());
        Duration wish = failure.retryAfter();
        outbox.postpone(claim, now.plus(wish == null || wish.compareTo(pause) < 0 ? pause : wish), standIn.reason());
        return DeliveryCount.postponed(standIn.reason());
    }

    /**
     * What came of the channels that stand in.
     *
     * @param worthRepeating true if none has taken the message, and one may later
     */
    private record StandIn(String reason, boolean worthRepeating) {}

    private StandIn standIn(Claim claim, String why) {
        StringBuilder reason = new StringBuilder(why);
        boolean worthRepeating = false;
        for (String name : takeOver.after(claim.message().channel())) {
            Channel channel = channels.get(name);
            try {
                if (channel != null) {
                    channel.send(claim.message());
                    return new StandIn(
                            reason.append("; channel ")
                                    .append(name)
                                    .append(" has taken over")
                                    .toString(),
                            false);
                }
                reason.append("; channel ").append(name).append(" is not here to take over");
            } catch (UndeliverableException failure) {
                worthRepeating |= failure.worthRepeating();
                reason.append("; channel ")
                        .append(name)
                        .append(" could not take over: ")
                        .append(failure.getMessage());
            }
        }
        return new StandIn(reason.toString(), worthRepeating);
    }
}
