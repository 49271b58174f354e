package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** There is no such queue, and waiting for it does not help. */
final class MissingQueue implements PushQueue {
    private static QueueUnavailableException failure() {
        return new QueueUnavailableException("Create queue image-pushes.", false, null);
    }

    @Override
    public int receipts() {
        return 0;
    }

    @Override
    public List<QueuedMessage> receive(int max, Duration wait, Duration hidden) {
        throw failure();
    }

    @Override
    public boolean hide(QueuedMessage message, Duration hidden) {
        throw failure();
    }

    @Override
    public void delete(Collection<QueuedMessage> messages) {
        throw failure();
    }

    @Override
    public void renew(QueuedMessage message, Duration hidden) {
        throw failure();
    }

    @Override
    public void reject(QueuedMessage message, String reason) {
        throw failure();
    }

    @Override
    public void send(List<String> bodies) {
        throw failure();
    }
}
