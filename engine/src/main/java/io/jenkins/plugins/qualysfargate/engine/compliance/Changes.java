package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of evaluating.
 *
 * @param tracks to be remembered
 * @param occurrences that are other than before
 * @param dropped tracks of what has a condition and is not there any more
 */
public record Changes(List<Track> tracks, List<Occurrence> occurrences, List<TrackKey> dropped) {
    /** Nothing yet, to be added to. */
    static Changes gathering() {
        return new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    public boolean areNone() {
        return tracks.isEmpty() && occurrences.isEmpty() && dropped.isEmpty();
    }
}
