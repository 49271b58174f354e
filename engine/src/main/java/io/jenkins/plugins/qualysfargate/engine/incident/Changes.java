package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.ArrayList;
import java.util.List;

/** What a step has found out about one incident, by the names of its members. */
final class Changes {
    final List<String> removed = new ArrayList<>();
    /** Something came, or is not as it was. */
    boolean other;
    /** How the acknowledgement ended, for people; empty if it did not. */
    String ackEnded = "";

    /** True if there is anything to write down. */
    boolean any() {
        return other || !removed.isEmpty() || !ackEnded.isEmpty();
    }
}
