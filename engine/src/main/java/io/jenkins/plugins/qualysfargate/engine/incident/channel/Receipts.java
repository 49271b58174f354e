package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import java.time.Instant;

/** Takes down what became of every attempt to tell people something. */
@FunctionalInterface
public interface Receipts {

    void record(Receipt receipt);

    /**
     * One attempt.
     *
     * @param externalId what the other side calls it; empty if it has no name for it, or was not reached
     * @param detail why it failed; empty otherwise
     */
    record Receipt(
            String channel,
            String incident,
            String messageId,
            String externalId,
            Instant at,
            Outcome outcome,
            String detail) {}

    /** What became of it. */
    enum Outcome {
        DELIVERED,
        /** The same, or something newer, was delivered before. */
        SUPERSEDED,
        /** To be tried again. */
        FAILED,
        /** The other side will never take it. */
        REFUSED
    }
}
