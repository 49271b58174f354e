package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a subject, as its source tells of it; all moments by the clock of the source.
 *
 * @param id by which the source knows it
 * @param subjectId of what ran; see {@link Subject#id}
 * @param createdAt by this a run is bound to the occurrence that it answers
 * @param startedAt null if it has not begun
 * @param finishedAt null if it has not ended
 * @param parentId the run whose remainder this one is; null if it stands for itself
 * @param word the source's own word for the state, for people
 * @param detail what the source says of a failure; empty if nothing
 */
public record Run(
        String id,
        String subjectId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        RunState state,
        ImportState imported,
        Reach reach,
        @Nullable String parentId,
        String word,
        String detail) {}
