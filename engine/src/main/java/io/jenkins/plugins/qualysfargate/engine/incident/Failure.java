package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong now.
 *
 * @param key the same as long as it is the same thing: monitor and subject
 * @param name for people: the name of the scan definition, image or cluster
 * @param state one word, for example {@code MISSED}
 * @param since when it came to be so
 * @param zoneId of the scanners that it needs; null if there is no such thing
 * @param care who is told, and what they need
 * @param lastSuccess null if there was none as far as anybody knows
 * @param tags of its monitor, by which mutes and maintenance windows find it
 */
public record Failure(
        String key,
        String monitorId,
        String sourceId,
        String name,
        String state,
        Instant since,
        String reason,
        String howToFix,
        @Nullable String zoneId,
        Care care,
        @Nullable Instant lastSuccess,
        Set<String> tags) {
    public Failure {
        tags = Set.copyOf(tags);
    }
}
