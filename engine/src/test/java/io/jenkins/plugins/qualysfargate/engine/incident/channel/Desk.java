package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.Failures;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** A channel with a memory and a book of receipts; both survive what a restart would take away. */
final class Desk implements ChannelMemory {
    static final Clock CLOCK = Clock.fixed(Failures.NOON, ZoneOffset.UTC);

    private final Map<String, String> remembered = new HashMap<>();
    private final List<Receipts.Receipt> receipts = new ArrayList<>();
    private final NoticeChannel channel;

    Desk(NoticeChannel channel) {
        this.channel = channel;
    }

    /** To servers on this machine, each call once. */
    static Transport transport() {
        return Transport.withoutRedirects(HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER), CLOCK);
    }

    void send(OutboxMessage message) throws UndeliverableException {
        new InOrder("here", channel, this, receipts::add, CLOCK).send(message);
    }

    /** The failure with which a message is not delivered. */
    UndeliverableException failure(OutboxMessage message) {
        return Assertions.catchThrowableOfType(UndeliverableException.class, () -> send(message));
    }

    void forgetEverything() {
        remembered.clear();
    }

    List<String> outcomes() {
        return receipts.stream().map(each -> each.outcome().name()).toList();
    }

    Receipts.Receipt lastReceipt() {
        return receipts.get(receipts.size() - 1);
    }

    @Override
    public Optional<String> get(String channel, String incident) {
        return Optional.ofNullable(remembered.get(channel + "/" + incident));
    }

    @Override
    public void put(String channel, String incident, String document) {
        remembered.put(channel + "/" + incident, document);
    }
}
