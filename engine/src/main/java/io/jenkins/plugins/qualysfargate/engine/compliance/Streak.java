package io.jenkins.plugins.qualysfargate.engine.compliance;

/**
 * How the occurrences of one subject went in a row.
 *
 * @param bad alarming ones since the last good one
 * @param good ones since the last alarming one
 * @param alarmed true from the threshold of bad ones to that of good ones
 */
public record Streak(int bad, int good, boolean alarmed) {
    public static final Streak NONE = new Streak(0, 0, false);

    /** The streak when one more occurrence has come to this; what is pending or exempt changes nothing. */
    Streak after(OccurrenceState state, Thresholds thresholds) {
        return switch (state.kind()) {
            case GOOD -> new Streak(0, good + 1, alarmed && good + 1 < thresholds.recover());
            case BAD, UNKNOWN -> new Streak(bad + 1, 0, alarmed || bad + 1 >= thresholds.fail() || atOnce(state));
            case PENDING, EXEMPT -> this;
        };
    }

    /** What did not run at all, and what nobody can tell, waits for no second time. */
    private static boolean atOnce(OccurrenceState state) {
        return state == OccurrenceState.MISSED || state.kind() == OccurrenceState.Kind.UNKNOWN;
    }
}
