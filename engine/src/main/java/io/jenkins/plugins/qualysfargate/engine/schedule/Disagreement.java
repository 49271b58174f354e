package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's next run that its own rule does not have.
 *
 * @param served what the server says
 * @param nearest the due time by the rule that is nearest to it, null if there is none within a hundred years
 */
public record Disagreement(Instant served, @Nullable Instant nearest) {

    /** How far the two are apart, always positive; empty if the rule has no due time at all. */
    public Optional<Duration> distance() {
        return Optional.ofNullable(nearest)
                .map(it -> Duration.between(it, served).abs());
    }

    /** The sentence for people. */
    public String words() {
        return "the server's next run %s is no due time of its own rule, %s"
                .formatted(
                        served,
                        nearest == null ? "which has none left" : "by which the nearest one is %s".formatted(nearest));
    }
}
