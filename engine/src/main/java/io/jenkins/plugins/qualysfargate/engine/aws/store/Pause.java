package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waits before another attempt, longer each time and never as long as others do. */
public final class Pause {
    private static final long FIRST_MILLIS = 25;
    private static final int DOUBLINGS = 6;

    private Pause() {}

    /** @param attempt 1 for the first one that failed */
    public static void after(int attempt) throws InterruptedException {
        long longest = FIRST_MILLIS << Math.min(attempt, DOUBLINGS);
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
