package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Track;
import java.util.List;

/** A track as the ledger keeps it, with its occurrences that are not settled. */
record StoredTrack(String sourceId, Track track, List<Occurrence> open) {
    StoredTrack {
        open = List.copyOf(open);
    }
}
