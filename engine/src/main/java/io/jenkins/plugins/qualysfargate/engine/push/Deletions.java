package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deletes what is done with, many at once where much is done: while one thread calls the queue the others leave theirs for
 * its next call, and nobody waits.
 */
final class Deletions {
    private final PushQueue queue;
    private final DrainCount count;
    private final Queue<QueuedMessage> done = new ConcurrentLinkedQueue<>();
    private final ReentrantLock calling = new ReentrantLock();

    Deletions(PushQueue queue, DrainCount count) {
        this.queue = queue;
        this.count = count;
    }

    void add(QueuedMessage message) {
        done.add(message);
        // What is added while the last batch is on its way is found by the look after the lock is given back.
        while (!done.isEmpty() && calling.tryLock()) {
            try {
                deleteAll();
            } finally {
                calling.unlock();
            }
        }
    }

    /** Returns when everything that was added is deleted or has failed to be. */
    void flush() {
        calling.lock();
        try {
            deleteAll();
        } finally {
            calling.unlock();
        }
    }

    private void deleteAll() {
        while (!done.isEmpty()) {
            List<QueuedMessage> batch = new ArrayList<>();
            QueuedMessage next = done.poll();
            while (next != null) {
                batch.add(next);
                next = batch.size() < PushQueue.LARGEST_BATCH ? done.poll() : null;
            }
            try {
                queue.delete(batch);
            } catch (QueueUnavailableException failed) {
                count.trouble(batch.size() + " messages that are done with come again, and are known then: "
                        + failed.getMessage());
            }
        }
    }
}
