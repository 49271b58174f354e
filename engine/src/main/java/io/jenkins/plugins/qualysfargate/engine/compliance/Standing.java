package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one subject of one monitor stands now.
 *
 * @param latest the newest occurrence that was due; null if none was
 * @param trouble the alarming occurrence that people are to hear of; null if there is none
 * @param troubleSince when the row of alarming occurrences began; null if there is none
 * @param alarmed true if people are to hear of it
 * @param lastSuccess null if there was none that is known
 * @param nextDue null if nothing more is due
 */
public record Standing(
        Monitor monitor,
        String subjectId,
        String subjectName,
        @Nullable String zoneId,
        MonitorState state,
        @Nullable Occurrence latest,
        @Nullable Occurrence trouble,
        @Nullable Instant troubleSince,
        boolean alarmed,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextDue) {

    /** Which track it is. */
    public TrackKey key() {
        return new TrackKey(monitor.id(), subjectId);
    }

    /** What counts for a yes or no: the trouble that lasts, else the newest occurrence. */
    public OccurrenceState verdict() {
        if (trouble != null) {
            return trouble.now().state();
        }
        return latest == null ? OccurrenceState.SCHEDULED : latest.now().state();
    }
}
