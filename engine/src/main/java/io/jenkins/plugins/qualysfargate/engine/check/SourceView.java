package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param seenAt when it answered last; null if never
 * @param blindSince since when it does not answer; null if it does
 * @param blindBecause null if it answers
 * @param howToFix empty if it answers
 * @param skew how far its clock and ours differ; null if nobody could tell
 */
public record SourceView(
        String id,
        @Nullable Instant seenAt,
        @Nullable Instant blindSince,
        @Nullable String blindBecause,
        String howToFix,
        @Nullable Duration skew,
        List<Component> components) {
    public SourceView {
        components = List.copyOf(components);
    }
}
