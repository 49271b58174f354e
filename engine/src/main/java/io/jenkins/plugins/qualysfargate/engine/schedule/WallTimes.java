package io.jenkins.plugins.qualysfargate.engine.schedule;

/** What a clock on the wall shows when something is due, as seconds since 1970-01-01T00:00 by that clock. */
@FunctionalInterface
interface WallTimes {

    /** Adds every due time with {@code from <= due < to}; false as soon as the row takes no more. */
    boolean collect(long from, long to, Seconds into);
}
