package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.lease.Lease;
import io.jenkins.plugins.qualysfargate.engine.lease.LeasesUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one message from its receipt to its end: deleted, rejected, or given back. */
final class PushWorker {
    private final DrainSettings settings;
    private final ImageScan scans;
    private final Hold.Parts parts;
    private final Deletions done;
    private final Pause pause;
    private final Stop stop;

    PushWorker(DrainSettings settings, ImageScan scans, Hold.Parts parts, Deletions done, Pause pause, Stop stop) {
        this.settings = settings;
        this.scans = scans;
        this.parts = parts;
        this.done = done;
        this.pause = pause;
        this.stop = stop;
    }

    /** Never throws because of what a message, a store or a scan does: each of these has its way back into the queue. */
    void handle(QueuedMessage message) {
        try {
            if (stop.requested()) {
                giveBack(message, null, Duration.ZERO, "The drain stops before this message's turn.");
                return;
            }
            PushDecision decision = PushEvents.decode(message.body());
            if (decision instanceof PushDecision.Wanted wanted) {
                wanted(message, wanted.push());
            } else if (decision instanceof PushDecision.Ignored ignored) {
                end(DrainEvent.Kind.IGNORED, message, null, ignored.reason());
            } else if (decision instanceof PushDecision.Malformed malformed) {
                parts.queue().reject(message, malformed.reason());
                count(DrainEvent.Kind.REJECTED, message, null, malformed.reason(), null);
            }
        } catch (QueueUnavailableException failed) {
            pause.begin();
            parts.count()
                    .trouble("Message " + message.id() + " comes again when it is no longer hidden: "
                            + failed.getMessage());
        }
    }

    private void wanted(QueuedMessage message, Push push) {
        Duration lag = Duration.between(push.pushedAt(), parts.clock().instant());
        count(
                DrainEvent.Kind.RECEIVED,
                message,
                push,
                "Receipt " + message.receiveCount() + " of the push of " + push.image() + ".",
                lag.isNegative() ? Duration.ZERO : lag);
        try {
            Instant now = parts.clock().instant();
            Optional<Lease> lease =
                    parts.leases().take("scan:" + push.digest(), settings.owner(), now, settings.hold());
            if (lease.isEmpty()) {
                giveBack(
                        message,
                        push,
                        Backoff.BUSY.after(message.receiveCount()),
                        "Somebody else is scanning this digest.");
            } else {
                scan(message, push, lease.get());
            }
            pause.end();
        } catch (HistoryUnavailableException | CorruptHistoryException | LeasesUnavailableException failed) {
            // Whether it was scanned is not known, so it is neither scanned again nor done with.
            Duration delay = pause.begin();
            giveBack(message, push, delay, String.valueOf(failed.getMessage()));
        }
    }

    private void scan(QueuedMessage message, Push push, Lease lease) {
        Instant started = parts.clock().instant();
        ScanAnswer answer;
        boolean broken;
        try (Hold hold = new Hold(message, lease, settings.hold(), parts)) {
            answer = scans.scan(push, () -> hold.lost() || stop.graceIsOver());
            broken = hold.lost() || stop.graceIsOver();
        }
        if (answer instanceof ScanAnswer.Known) {
            end(DrainEvent.Kind.KNOWN, message, push, "This digest was scanned already.");
        } else if (answer instanceof ScanAnswer.NoImage none) {
            end(DrainEvent.Kind.IGNORED, message, push, none.reason());
        } else if (answer instanceof ScanAnswer.HandedOver handed) {
            end(DrainEvent.Kind.HANDED_OVER, message, push, handed.to());
        } else if (answer instanceof ScanAnswer.Recorded recorded) {
            boolean complete = recorded.verdict() != VerdictKind.INDETERMINATE;
            if (!complete && broken) {
                giveBack(message, push, Duration.ZERO, "The scan was stopped: " + recorded.reason());
                return;
            }
            parts.count()
                    .scanned(
                            message,
                            push,
                            recorded,
                            Duration.between(started, parts.clock().instant()));
            if (complete || message.receiveCount() >= attempts()) {
                done.add(message);
            } else {
                giveBack(
                        message,
                        push,
                        Backoff.ANOTHER_ATTEMPT.after(message.receiveCount()),
                        "There is no complete answer yet: attempt " + message.receiveCount() + " of " + attempts()
                                + ".");
            }
        }
    }

    /** The last attempt comes before the queue gives the message up, so that it is this drain that ends it. */
    private int attempts() {
        int receipts = parts.queue().receipts();
        return receipts == 0 ? settings.attempts() : Math.min(settings.attempts(), receipts);
    }

    private void end(DrainEvent.Kind kind, QueuedMessage message, @Nullable Push push, String why) {
        count(kind, message, push, why, null);
        done.add(message);
    }

    private void giveBack(QueuedMessage message, @Nullable Push push, Duration delay, String why) {
        count(DrainEvent.Kind.POSTPONED, message, push, why, delay);
        int receipts = parts.queue().receipts();
        if (receipts > 0 && message.receiveCount() >= receipts) {
            parts.queue().renew(message, delay);
        } else {
            parts.queue().hide(message, delay);
        }
    }

    private void count(
            DrainEvent.Kind kind, QueuedMessage message, @Nullable Push push, String why, @Nullable Duration time) {
        parts.count().happened(kind, message, push, why, time);
    }
}
