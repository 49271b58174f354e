package io.jenkins.plugins.qualysfargate.engine.compliance;

import org.jspecify.annotations.Nullable;

/**
 * A part of a source on which runs depend: a zone with its scanners, a service, a feed, a sensor.
 *
 * @param kind tells which failures it explains
 * @param id unique in its kind; for a zone the {@link Subject#zoneId} of what it scans
 * @param working null if it cannot be seen, for example for want of a permission
 * @param detail what its source says, one line, for example {@code 2 of 3 scanners work}
 * @param howToFix what a person should do; empty if it works
 */
public record Component(
        Kind kind, String id, String name, @Nullable Boolean working, String detail, String howToFix) {

    /** What a component is, and so what fails without it. */
    public enum Kind {
        /** Scanners that share targets; it works if at least one of them does. Explains the subjects of its zone. */
        ZONE,
        /** One scanner; explains nothing by itself. */
        SCANNER,
        /** Whatever starts scheduled scans; explains everything of its source. */
        SCHEDULER,
        /** A service of the source; explains everything of its source. */
        SERVICE,
        /** Vulnerability data; stale data explains everything of its source. */
        FEED,
        /** A sensor; explains the subjects whose zone is its id. */
        SENSOR
    }
}
