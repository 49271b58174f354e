package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A queue within one process, for who finds images to scan and scans them itself. It is as empty as it was after a crash. */
public final class LocalPushQueue implements PushQueue {
    private static final long LOOK_AROUND_MILLIS = 50;

    private final Clock clock;
    private final int capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long next;

    /** @param capacity who sends more waits until some are done with */
    public LocalPushQueue(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    private record Entry(String body, Instant sentAt, Instant visibleAt, int receipts) {
        Entry hidden(Instant until) {
            return new Entry(body, sentAt, until, receipts);
        }

        Entry received(Instant until) {
            return new Entry(body, sentAt, until, receipts + 1);
        }
    }

    /** True if every message that was sent is done with. */
    public synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public int receipts() {
        return 0;
    }

    @Override
    public synchronized void send(List<String> bodies) {
        for (String body : bodies) {
            while (entries.size() >= capacity) {
                await("a message was put in");
            }
            Instant now = clock.instant();
            entries.put(Long.toString(next++), new Entry(body, now, now, 0));
            notifyAll();
        }
    }

    @Override
    public synchronized List<QueuedMessage> receive(int max, Duration wait, Duration hidden) {
        Instant end = clock.instant().plus(wait);
        List<QueuedMessage> messages = visible(max, hidden);
        while (messages.isEmpty() && clock.instant().isBefore(end)) {
            await("a message was waited for");
            messages = visible(max, hidden);
        }
        return messages;
    }

    private List<QueuedMessage> visible(int max, Duration hidden) {
        Instant now = clock.instant();
        List<QueuedMessage> messages = new ArrayList<>();
        Iterator<Map.Entry<String, Entry>> all = entries.entrySet().iterator();
        while (all.hasNext() && messages.size() < max) {
            Map.Entry<String, Entry> each = all.next();
            if (!each.getValue().visibleAt().isAfter(now)) {
                Entry received = each.getValue().received(now.plus(hidden));
                each.setValue(received);
                messages.add(new QueuedMessage(
                        each.getKey(),
                        receipt(each.getKey(), received),
                        received.receipts(),
                        received.sentAt(),
                        received.body()));
            }
        }
        return messages;
    }

    private static String receipt(String id, Entry entry) {
        return id + "/" + entry.receipts();
    }

    private void await(String meanwhile) {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, LOOK_AROUND_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new QueueUnavailableException("Was told to stop while " + meanwhile + ".", false, stopped);
        }
    }

    private boolean isHeld(QueuedMessage message) {
        Entry entry = entries.get(message.id());
        return entry != null && receipt(message.id(), entry).equals(message.receipt());
    }

    @Override
    public synchronized boolean hide(QueuedMessage message, Duration hidden) {
        boolean held = isHeld(message);
        if (held) {
            entries.computeIfPresent(
                    message.id(), (id, entry) -> entry.hidden(clock.instant().plus(hidden)));
        }
        return held;
    }

    @Override
    public synchronized void delete(Collection<QueuedMessage> messages) {
        for (QueuedMessage message : messages) {
            if (isHeld(message)) {
                entries.remove(message.id());
            }
        }
        notifyAll();
    }

    @Override
    public synchronized void renew(QueuedMessage message, Duration hidden) {
        Instant now = clock.instant();
        delete(List.of(message));
        entries.put(Long.toString(next++), new Entry(message.body(), now, now.plus(hidden), 0));
    }

    /** There are no dead letters here: who sends to a queue of its own sends events. */
    @Override
    public void reject(QueuedMessage message, String reason) {
        delete(List.of(message));
    }
}
