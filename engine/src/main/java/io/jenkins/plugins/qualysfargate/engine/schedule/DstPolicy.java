package io.jenkins.plugins.qualysfargate.engine.schedule;

/**
 * What becomes of a wall-clock time that does not exist (the clock jumps over it: a gap) or exists twice (the clock is
 * set back: an overlap); it is asked for every single time, however often a schedule is due.
 */
public enum DstPolicy {
    /** Gap: as long after it as the time lies inside, so 02:30 becomes 03:30; overlap: the first. RFC 5545, 3.3.5. */
    RFC(Gap.MOVE, false),
    /** Gap: the instant at which it ends, once for all times inside; overlap: the first. */
    VIXIE(Gap.END, false),
    /** Gap: not due; overlap: due both times. What the timer of Jenkins does. */
    JENKINS(Gap.DROP, true),
    /** Gap: not due; overlap: the first. */
    SKIP(Gap.DROP, false);

    private final Gap gap;
    private final boolean bothInOverlap;

    DstPolicy(Gap gap, boolean bothInOverlap) {
        this.gap = gap;
        this.bothInOverlap = bothInOverlap;
    }

    Gap gap() {
        return gap;
    }

    boolean bothInOverlap() {
        return bothInOverlap;
    }

    /** Where a time goes that the clock jumps over. */
    enum Gap {
        MOVE,
        END,
        DROP
    }
}
