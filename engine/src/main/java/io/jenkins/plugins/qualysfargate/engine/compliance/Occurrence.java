package io.jenkins.plugins.qualysfargate.engine.compliance;

import org.jspecify.annotations.Nullable;

/**
 * One time that something was due, and what became of it.
 *
 * @param now the judgement that holds
 * @param first the first alarming judgement, which stays on record; null if there was none
 * @param excused the judgement that a maintenance window excuses; null if none
 * @param settled true if nothing can change it any more
 */
public record Occurrence(
        OccurrenceKey key,
        String subjectName,
        Judgement now,
        @Nullable Judgement first,
        @Nullable Judgement excused,
        boolean settled) {}
