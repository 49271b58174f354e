package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an occurrence is, and why.
 *
 * @param since when it came to be so: the deadline that passed or what the source says, and not when somebody noticed
 * @param reason one sentence for people; names are quoted as the source wrote them
 * @param howToFix what a person should do; empty if nothing
 * @param runId the run that it was judged by; null if there was none
 */
public record Judgement(
        OccurrenceState state,
        Instant since,
        String reason,
        String howToFix,
        @Nullable String runId) {}
