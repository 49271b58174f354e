package io.jenkins.plugins.qualysfargate.engine.threat;

import java.util.List;

/**
 * The feeds that could be had.
 *
 * @param problems why others could not, or why an older state is used; the policy decides whether that matters
 */
public record LoadedFeeds(ThreatFeeds feeds, List<String> problems) {
    public LoadedFeeds {
        problems = List.copyOf(problems);
    }
}
