package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.Map;

/** How final the word for a state is: people hear of a member again when it gets worse. */
final class StateRank {
    /** Words of {@code OccurrenceState} that may still become another one; what is unknown here is taken for final. */
    private static final Map<String, Integer> PASSING =
            Map.of("RECOVERING", 0, "LATE", 1, "OVERRUN", 1, "UNKNOWN", 1, "STALLED", 1);

    private static final int FINAL = 2;

    private StateRank() {}

    static int of(String state) {
        return PASSING.getOrDefault(state, FINAL);
    }
}
