package io.jenkins.plugins.qualysfargate.engine.outbox;

/** Carries messages to where somebody reads them. */
@FunctionalInterface
public interface Channel {

    /**
     * Sends one message and returns when the other side has taken it.
     *
     * @throws UndeliverableException if it was not taken, or if nobody knows whether it was
     */
    void send(OutboxMessage message) throws UndeliverableException;
}
