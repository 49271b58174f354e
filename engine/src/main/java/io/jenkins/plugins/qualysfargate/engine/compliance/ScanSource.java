package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;

/** Scans of one kind that somebody else runs; looking changes nothing there. */
public interface ScanSource {

    /** As monitors name it. */
    String id();

    /**
     * Asks for everything since then; ends within bounds of time and size, and fails only as {@link Look.Blind}.
     *
     * @param from runs that were created since then are wanted, and every active one
     * @param now the moment of the look
     */
    Look look(Instant from, Instant now);
}
