package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the vulnerability data is.
 *
 * @param components one for each feed that counts; at least one
 * @param fresh null if the feeds cannot be seen
 * @param newestSync the last full sync of any feed that counts; null if there was none
 */
public record FeedStates(
        List<Component> components,
        @Nullable Boolean fresh,
        @Nullable Instant newestSync) {
    /** What clocks may differ by. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    public FeedStates {
        components = List.copyOf(components);
    }

    /** @param now by Anchore's clock */
    public static FeedStates of(List<AnchoreFeed> feeds, AnchoreRule rule, Instant now) {
        List<AnchoreFeed> counting = feeds.stream()
                .filter(feed -> !rule.unusedFeeds().contains(feed.name()))
                .toList();
        List<Component> components = new ArrayList<>();
        counting.forEach(feed -> components.add(component(feed, problem(feed, rule, now), now)));
        if (components.isEmpty()) {
            components.add(new Component(
                    Component.Kind.FEED,
                    "feeds",
                    "feeds of Anchore",
                    false,
                    "Anchore has no vulnerability data at all",
                    "Let the feeds sync for the first time (10 to 60 minutes); look at the log policy-engine."));
        }
        return new FeedStates(
                components,
                components.stream().allMatch(each -> Boolean.TRUE.equals(each.working())),
                counting.stream()
                        .map(AnchoreFeed::lastFullSync)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** For want of a permission. */
    static FeedStates unseen(String reason) {
        return new FeedStates(
                List.of(new Component(
                        Component.Kind.FEED,
                        "feeds",
                        "feeds of Anchore",
                        null,
                        reason,
                        "Give the user the right to see the feeds, because old ones make every pass suspect.")),
                null,
                null);
    }

    /** What is wrong with it, in a few words; empty if it is fresh. */
    public static String problem(AnchoreFeed feed, AnchoreRule rule, Instant now) {
        if (!feed.enabled()) {
            return "it is disabled";
        }
        List<String> never = feed.groups().stream()
                .filter(group -> group.enabled() && group.lastSync() == null)
                .map(AnchoreFeed.Group::name)
                .toList();
        if (!never.isEmpty()) {
            return never.size() + " of its groups were never synced, for example " + never.get(0);
        }
        Instant last = feed.lastFullSync();
        if (last == null) {
            return "it was never synced";
        }
        if (last.isAfter(now.plus(SLACK))) {
            return "its last sync lies in the future, at " + last;
        }
        return Duration.between(last, now).compareTo(rule.feedAge()) > 0
                ? "its last full sync, at " + last + ", is older than "
                        + rule.feedAge().toHours() + " hours"
                : "";
    }

    private static Component component(AnchoreFeed feed, String problem, Instant now) {
        String age = feed.lastFullSync() == null
                ? "never synced"
                : "synced " + Duration.between(feed.lastFullSync(), now).toMinutes() + " minutes ago";
        return new Component(
                Component.Kind.FEED,
                feed.name(),
                "feed " + feed.name(),
                problem.isEmpty(),
                problem.isEmpty() ? age : problem,
                problem.isEmpty()
                        ? ""
                        : "Look at the events system.feeds.sync and at the log policy-engine, then sync the feeds; until"
                                + " then every pass is suspect.");
    }
}
