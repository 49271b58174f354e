package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue in memory that keeps the promises of {@link PushQueue}. Waiting for a message takes no time: the clock that goes
 * with it jumps instead.
 */
final class FakePushQueue implements PushQueue {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-22T12:00:00Z");
    private @Nullable RuntimeException failure;
    private int renewed;
    private int next;

    record Rejected(String body, String reason) {}

    private static final class Entry {
        private final String body;
        private Instant visibleAt;
        private int receipts;
        private boolean out;

        Entry(String body, Instant visibleAt) {
            this.body = body;
            this.visibleAt = visibleAt;
        }
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time();
            }
        };
    }

    synchronized Instant time() {
        return now;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** From now on every call but those that wait for messages throws this; null for none. */
    synchronized void failWith(@Nullable RuntimeException exception) {
        failure = exception;
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized int renewed() {
        return renewed;
    }

    synchronized List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    @Override
    public int receipts() {
        return 5;
    }

    @Override
    public synchronized void send(List<String> bodies) {
        for (String body : bodies) {
            entries.put("message-" + next++, new Entry(body, now));
        }
    }

    @Override
    public synchronized List<QueuedMessage> receive(int max, Duration wait, Duration hidden) {
        List<QueuedMessage> messages = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (messages.size() < max && !entry.visibleAt.isAfter(now)) {
                entry.visibleAt = now.plus(hidden);
                entry.receipts++;
                entry.out = true;
                messages.add(new QueuedMessage(id, id + "/" + entry.receipts, entry.receipts, now, entry.body));
            }
        });
        if (messages.isEmpty()) {
            // While a message is out, others do real work that takes no time here.
            boolean out = entries.values().stream().anyMatch(entry -> entry.out && entry.visibleAt.isAfter(now));
            now = now.plus(out ? Duration.ofMillis(10) : wait);
        }
        return messages;
    }

    private @Nullable Entry ofReceipt(QueuedMessage message) {
        if (failure != null) {
            throw failure;
        }
        Entry entry = entries.get(message.id());
        return entry == null || !message.receipt().equals(message.id() + "/" + entry.receipts) ? null : entry;
    }

    @Override
    public synchronized boolean hide(QueuedMessage message, Duration hidden) {
        Entry entry = ofReceipt(message);
        if (entry != null) {
            entry.visibleAt = now.plus(hidden);
            entry.out = false;
        }
        return entry != null;
    }

    @Override
    public synchronized void delete(Collection<QueuedMessage> messages) {
        for (QueuedMessage message : messages) {
            if (ofReceipt(message) != null) {
                entries.remove(message.id());
            }
        }
    }

    @Override
    public synchronized void renew(QueuedMessage message, Duration hidden) {
        if (ofReceipt(message) != null) {
            entries.remove(message.id());
        }
        entries.put("message-" + next++, new Entry(message.body(), now.plus(hidden)));
        renewed++;
    }

    @Override
    public synchronized void reject(QueuedMessage message, String reason) {
        if (ofReceipt(message) != null) {
            entries.remove(message.id());
        }
        rejected.add(new Rejected(message.body(), reason));
    }
}
