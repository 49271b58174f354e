package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one occurrence, as a note says it.
 *
 * @param subjectId of what was to run; empty for the monitor itself
 * @param name of what was to run, for people
 * @param scheduleHash of the schedule by which it was due
 * @param state one of the words of {@link ExportWord}
 * @param since when it came to be so: the deadline that passed, or what the source says
 * @param runId the run that it was judged by; null if there was none
 * @param first the state of its first alarming verdict; null if there was none
 * @param excused the state that a maintenance window excuses; null if none
 */
public record Verdict(
        String monitorId,
        String subjectId,
        String name,
        Instant dueAt,
        String scheduleHash,
        String state,
        Instant since,
        String reason,
        @Nullable String runId,
        @Nullable String first,
        @Nullable String excused) {
    public Verdict {
        requireNonNull(monitorId, "monitorId is missing");
        requireNonNull(subjectId, "subjectId is missing");
        requireNonNull(name, "name is missing");
        requireNonNull(dueAt, "dueAt is missing");
        requireNonNull(scheduleHash, "scheduleHash is missing");
        requireNonNull(state, "state is missing");
        requireNonNull(since, "since is missing");
        requireNonNull(reason, "reason is missing");
    }
}
