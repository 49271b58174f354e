package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source.
 *
 * @param seenAt when it answered last; null if never
 * @param blindSince since when it does not answer; null if it does
 * @param problem why it does not answer; null if it does
 * @param howToFix empty if it answers
 */
public record SourceLine(
        String id,
        @Nullable Instant seenAt,
        @Nullable Instant blindSince,
        @Nullable String problem,
        String howToFix) {

    static SourceLine of(SourceView view) {
        return new SourceLine(view.id(), view.seenAt(), view.blindSince(), view.blindBecause(), view.howToFix());
    }
}
