package io.jenkins.plugins.qualysfargate.engine.compliance;

import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;

/** Where a monitor takes the due times of its subjects from. */
public sealed interface Timing {

    /** From the monitor itself: the same for all its subjects. */
    record Own(Schedule schedule) implements Timing {}

    /** From the source: each subject has its own; one that has none is misconfigured. */
    record OfSource() implements Timing {}

    /** There are none: the subjects have conditions instead of runs. */
    record Continuous() implements Timing {}
}
