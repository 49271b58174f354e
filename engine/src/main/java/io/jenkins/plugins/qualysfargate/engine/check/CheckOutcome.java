package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Never OK if a source did not answer or nothing is watched. */
    public Answer answer() {
        boolean failed = standings.stream().anyMatch(each -> kind(each) == Kind.BAD);
        if (failed) {
            return Answer.FAILED;
        }
        boolean unknown = standings.isEmpty()
                || standings.stream().anyMatch(each -> kind(each) == Kind.UNKNOWN)
                || sources.stream().anyMatch(each -> each.blindBecause() != null);
        return unknown ? Answer.UNKNOWN : Answer.OK;
    }

    /** What somebody has to look at, in the order of monitors. */
    public List<Standing> alarming() {
        return standings.stream()
                .filter(each -> each.verdict().alarming() && each.monitor().enabled())
                .toList();
    }

    private static @Nullable Kind kind(Standing standing) {
        return standing.monitor().enabled() ? standing.verdict().kind() : null;
    }
}
