package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Receives in a thread of its own, because nothing ends a call that waits for messages: who stops does not wait for it, and
 * what it still brings goes back at once.
 */
final class Poll implements AutoCloseable {
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final PushQueue queue;
    private final DrainSettings settings;
    private final DrainCount count;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread poll = new Thread(work, "push-poll");
        poll.setDaemon(true);
        return poll;
    });

    Poll(PushQueue queue, DrainSettings settings, DrainCount count) {
        this.queue = queue;
        this.settings = settings;
        this.count = count;
    }

    /** @return none also if it is time to stop */
    List<QueuedMessage> receive(int most, Stop stop) throws InterruptedException {
        CompletableFuture<List<QueuedMessage>> answer =
                CompletableFuture.supplyAsync(() -> queue.receive(most, settings.poll(), settings.hold()), thread);
        try {
            while (!answer.isDone() && !stop.requested()) {
                await(answer);
            }
            if (answer.isDone()) {
                return answer.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof QueueUnavailableException unavailable) {
                throw unavailable;
            }
            throw new CompletionException("the queue failed in a way that is none of its own", failed);
        } catch (InterruptedException stopped) {
            giveBackLater(answer);
            throw stopped;
        }
        giveBackLater(answer);
        return List.of();
    }

    private static void await(CompletableFuture<?> answer) throws InterruptedException, ExecutionException {
        try {
            answer.get(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWaiting) {
            // Whether to go on is up to the caller.
            return;
        }
    }

    /** If this process ends before that, the messages come again when their hold is over. */
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it; what fails in it is counted there.
    private void giveBackLater(CompletableFuture<List<QueuedMessage>> answer) {
        answer.thenAccept(messages -> {
            for (QueuedMessage message : messages) {
                try {
                    queue.hide(message, Duration.ZERO);
                } catch (QueueUnavailableException failed) {
                    count.trouble("Message " + message.id() + " comes again when it is no longer hidden: "
                            + failed.getMessage());
                }
            }
        });
    }

    /** Lets the call that waits end by itself. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
