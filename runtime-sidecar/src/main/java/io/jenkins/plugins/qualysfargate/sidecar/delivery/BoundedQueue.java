package io.jenkins.plugins.qualysfargate.sidecar.delivery;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A queue whose givers never wait: what does not fit is dropped, and counted. */
public final class BoundedQueue<T> {
    /** What a place in the queue takes beside its content. */
    private static final int PLACE = 128;

    private record Item<T>(T value, long bytes) {}

    private final LinkedBlockingQueue<Item<T>> items = new LinkedBlockingQueue<>();
    private final AtomicLong free;
    private final AtomicLong dropped = new AtomicLong();

    /** @param mostBytes that may wait at once */
    public BoundedQueue(long mostBytes) {
        free = new AtomicLong(mostBytes);
    }

    /**
     * False if it was dropped.
     *
     * @param bytes about how much memory it takes
     */
    public boolean offer(T value, long bytes) {
        long needed = bytes + PLACE;
        if (free.addAndGet(-needed) < 0) {
            free.addAndGet(needed);
            dropped.incrementAndGet();
            return false;
        }
        items.add(new Item<>(value, needed));
        return true;
    }

    /** The oldest one, or null if none came in that time. */
    public @Nullable T poll(Duration patience) throws InterruptedException {
        Item<T> item = items.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (item == null) {
            return null;
        }
        free.addAndGet(item.bytes());
        return item.value();
    }

    /** How many were dropped since this was asked last. */
    public long takeDropped() {
        return dropped.getAndSet(0);
    }
}
