package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.time.Duration;
import java.util.Set;

/**
 * What is expected of an Anchore.
 *
 * @param feedAge a feed whose last full sync is older is stale
 * @param unusedFeeds names of feeds that need not be enabled or fresh
 * @param evaluate true if images must also pass their policy
 */
public record AnchoreRule(Duration feedAge, Set<String> unusedFeeds, boolean evaluate) {
    /** Twelve hours, which is twice the interval of Anchore's syncs; every feed counts; analyses only. */
    public static final AnchoreRule DEFAULT = new AnchoreRule(Duration.ofHours(12), Set.of(), false);

    /** @throws IllegalArgumentException if no feed could be fresh enough */
    public AnchoreRule {
        unusedFeeds = Set.copyOf(unusedFeeds);
        if (feedAge.isNegative() || feedAge.isZero()) {
            throw new IllegalArgumentException("a feed may be older than " + feedAge + ": give a positive age");
        }
    }
}
