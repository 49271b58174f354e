package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import java.time.Instant;
import java.util.List;

/**
 * What a turn of the check found.
 *
 * @param standings of all subjects of all monitors
 * @param incidents the open ones
 * @param nextTurn when there is something to do again, also if nothing is heard
 */
public record CheckOutcome(
        Instant at, List<Standing> standings, List<SourceView> sources, List<Incident> incidents, Instant nextTurn) {
    public CheckOutcome {
        standings = List.copyOf(standings);
        sources = List.copyOf(sources);
        incidents = List.copyOf(incidents);
    }

    /** The answer to whether all is well. */
    public enum Answer {
        /** Everything that was due ran, finished and was kept. */
        OK,
        /** Something failed or missed its window. */
        FAILED,
        /** Nothing is known to have failed, and something could not be told. */
        UNKNOWN
    }
}
