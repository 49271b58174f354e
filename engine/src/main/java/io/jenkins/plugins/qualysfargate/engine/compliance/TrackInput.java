package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.List;

/**
 * Everything by which one track is evaluated; the same input gives the same evaluation.
 *
 * @param open the occurrences that are remembered since the track's last settled one; the earliest first
 * @param runs of the subject, as far as its source still has them
 * @param now by our clock
 */
public record TrackInput(
        Monitor monitor,
        Track track,
        Subject subject,
        List<Occurrence> open,
        List<Run> runs,
        Sight sight,
        Excuse excuse,
        Instant now) {
    public TrackInput {
        open = List.copyOf(open);
        runs = List.copyOf(runs);
    }
}
