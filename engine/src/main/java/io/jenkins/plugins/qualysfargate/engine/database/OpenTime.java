package io.jenkins.plugins.qualysfargate.engine.database;

/**
 * How long the threads of this process keep a database open between them. While they overlap nobody has to open it anew; but
 * nobody else can open it either, so that they leave it to others for a moment now and then.
 */
final class OpenTime {
    private static final long LONGEST_NANOS = 1_000_000_000L;
    /** Longer than others wait between two attempts, see {@link H2Database}. */
    private static final long LEFT_TO_OTHERS_NANOS = 100_000_000L;

    private static final long MILLI = 1_000_000L;

    private int users;
    private long since;
    private long closedUntil = System.nanoTime();

    /** Returns when the database may be used. */
    synchronized void enter() throws InterruptedException {
        while (mustWait(System.nanoTime())) {
            wait(LEFT_TO_OTHERS_NANOS / MILLI);
        }
        if (users == 0) {
            since = System.nanoTime();
        }
        users++;
    }

    private boolean mustWait(long now) {
        return users > 0 ? now - since > LONGEST_NANOS : now - closedUntil < 0;
    }

    /** Nobody is to open it for a moment, once it is closed. */
    synchronized void leaveToOthers() {
        closedUntil = System.nanoTime() + LEFT_TO_OTHERS_NANOS;
    }

    /** @return true if it is to be closed now, and for others to use for a moment */
    synchronized boolean leave() {
        users--;
        if (users > 0) {
            return false;
        }
        boolean longEnough = System.nanoTime() - since > LONGEST_NANOS;
        if (longEnough) {
            leaveToOthers();
        }
        notifyAll();
        return longEnough;
    }
}
