package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One track in memory, with what it is evaluated by. */
final class Tracked {
    final Monitor monitor;
    Track track;
    Subject subject;
    List<Occurrence> open = new ArrayList<>();

    @Nullable
    Standing standing;
    /** When it is in the queue of its source; null if it is not. */
    @Nullable
    Timer timer;

    Tracked(Monitor monitor, Track track, Subject subject) {
        this.monitor = monitor;
        this.track = track;
        this.subject = subject;
    }
}
