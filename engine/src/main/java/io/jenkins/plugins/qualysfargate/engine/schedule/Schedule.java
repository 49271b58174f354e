package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When something is due; forwards and backwards agree. */
public interface Schedule {

    /** All due times with {@code from <= due < to}, ascending, each once. */
    List<Instant> occurrences(Instant from, Instant to);

    /** The first one after then; empty if there is none. */
    Optional<Instant> next(Instant after);

    /** The last one before then; empty if there is none. */
    Optional<Instant> previous(Instant before);

    /** Text with zone and policy that tells one schedule from another. */
    String canonical();

    ZoneId zone();

    /** For people. */
    String words();
}
