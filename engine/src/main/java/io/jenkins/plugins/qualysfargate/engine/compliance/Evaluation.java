package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of evaluating one track.
 *
 * @param track to be remembered
 * @param open the occurrences that are not settled, or stand behind one that is not; the earliest first
 * @param changed occurrences that are other than before, settled ones included
 * @param changesAt when it is to be evaluated again if nothing is heard; null if never
 */
public record Evaluation(
        Track track,
        List<Occurrence> open,
        List<Occurrence> changed,
        Standing standing,
        @Nullable Instant changesAt) {
    public Evaluation {
        open = List.copyOf(open);
        changed = List.copyOf(changed);
    }
}
