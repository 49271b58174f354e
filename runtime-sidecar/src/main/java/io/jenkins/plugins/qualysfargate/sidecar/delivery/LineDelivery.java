package io.jenkins.plugins.qualysfargate.sidecar.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes lines from a thread of its own: a reader that does not read makes lines get lost, and nothing else. */
public final class LineDelivery {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BoundedQueue<String> lines;
    private final OutputStream out;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "delivery");
    private volatile boolean closing;

    private LineDelivery(OutputStream out, long mostBytes) {
        this.out = out;
        this.lines = new BoundedQueue<>(mostBytes);
    }

    /** @param mostBytes of lines that may wait at once */
    public static LineDelivery start(OutputStream out, long mostBytes) {
        LineDelivery delivery = new LineDelivery(out, mostBytes);
        delivery.thread.setDaemon(true);
        delivery.thread.start();
        return delivery;
    }

    /** False if it was lost because too many wait, or because nobody can be written to any more. */
    public boolean offer(String line) {
        // Two bytes for each character at most.
        return failure.get() == null && lines.offer(line, 2L * line.length());
    }

    /** Why nothing can be written any more; null if it can. */
    public @Nullable IOException failure() {
        return failure.get();
    }

    /** Writes what waits, for that long at most; false if something was left. */
    public boolean finish(Duration patience) throws InterruptedException {
        closing = true;
        thread.join(patience.toMillis());
        return !thread.isAlive() && failure.get() == null;
    }

    private void run() {
        try {
            while (true) {
                String line = lines.poll(PAUSE);
                if (line != null) {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.flush();
                } else if (closing) {
                    return;
                }
            }
        } catch (IOException e) {
            failure.set(e);
        } catch (InterruptedException e) {
            // Only the end of the program does that.
            closing = true;
        }
    }
}
