package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import java.time.Duration;

/** How busy the tracer is. One that never waits for the kernel makes the application wait for it. */
final class Load {
    /** Long enough for an application that starts, and for one that builds something. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();
    /** Asking the kernel takes a few microseconds, answering fifty: beyond this it hardly ever had to wait. */
    private static final double MOST_BUSY = 0.9;

    private long windowStart;
    private long waited;

    /** @param now of a clock that only goes forward, in nanoseconds */
    Load(long now) {
        windowStart = now;
    }

    /** It waited for the kernel from one moment to the other; true if it is asked for more than it can do. */
    boolean waited(long from, long to) {
        waited += to - from;
        long window = to - windowStart;
        if (window < WINDOW_NANOS) {
            return false;
        }
        boolean tooMuch = waited < (1 - MOST_BUSY) * window;
        windowStart = to;
        waited = 0;
        return tooMuch;
    }
}
