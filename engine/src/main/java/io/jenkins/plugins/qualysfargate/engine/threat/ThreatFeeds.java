package io.jenkins.plugins.qualysfargate.engine.threat;

import org.jspecify.annotations.Nullable;

/**
 * The threat feeds at hand.
 *
 * @param kev null if there is no such feed
 * @param epss null if there is no such feed
 */
public record ThreatFeeds(
        @Nullable KevCatalog kev, @Nullable EpssScores epss) {

    /** No feed at all. */
    public static ThreatFeeds none() {
        return new ThreatFeeds(null, null);
    }
}
