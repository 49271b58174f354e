package io.jenkins.plugins.qualysfargate.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person who hears everything and complains of what was told twice, or told after the end. Goes by what the messages say,
 * and knows nothing of how they come to be.
 */
final class Listener {
    private final Map<String, Story> stories = new HashMap<>();

    /** What was heard of one incident. */
    private static final class Story {
        private final Map<String, Long> sequences = new HashMap<>();
        private final Set<String> channels = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private final Map<String, Told> known = new HashMap<>();
        private long lastPage = -1;
        private Instant pagedAt = Instant.EPOCH;
        private int tier;
        /** Until when it was promised that nobody is paged of what is known; the beginning of time if it was not. */
        private Instant hushed = Instant.MIN;

        private boolean hushing;
    }

    /** Somebody promised to see to it, or muted it. */
    void hushed(String incident, Instant until) {
        Story story = stories.get(incident);
        if (story != null) {
            story.hushing = true;
            story.hushed = until;
        }
    }

    /** It is now this late, and may have been later before. */
    void clock(Instant now) {
        stories.values().stream().filter(each -> each.pagedAt.isAfter(now)).forEach(each -> each.pagedAt = now);
    }

    void hear(String channel, IncidentNotice notice) {
        Story story = stories.computeIfAbsent(notice.id(), each -> new Story());
        assertThat(story.ended)
                .as("channels that heard the end, and now %s", notice)
                .doesNotContain(channel);
        assertThat(notice.sequence())
                .as("sequence on %s", channel)
                .isGreaterThan(story.sequences.getOrDefault(channel, 0L));
        story.sequences.put(channel, notice.sequence());
        story.channels.add(channel);
        if (notice.signal() == Signal.END) {
            story.ended.add(channel);
        }
        if (notice.signal() == Signal.PAGE) {
            page(story, notice);
        }
        Set<String> there = new HashSet<>();
        notice.failing().forEach(each -> there.add(each.name()));
        story.known.keySet().retainAll(there);
    }

    private void page(Story story, IncidentNotice notice) {
        if (notice.sequence() == story.lastPage) {
            return;
        }
        boolean news = notice.failing().stream().anyMatch(each -> isNews(story, each));
        boolean longAgo = Duration.between(story.pagedAt, notice.at()).compareTo(Duration.ofHours(24)) >= 0;
        boolean higher = notice.tier() > story.tier;
        boolean promiseBroken = story.hushing && !notice.at().isBefore(story.hushed);
        assertThat(news || ((longAgo || higher) && !(story.hushing && !promiseBroken)) || promiseBroken)
                .as("a reason for a page: %s", notice)
                .isTrue();
        story.hushing = false;
        story.lastPage = notice.sequence();
        story.pagedAt = notice.at();
        story.tier = Math.max(story.tier, notice.tier());
        notice.failing().stream()
                .filter(Listener::audible)
                .forEach(each -> story.known.merge(each.name(), told(each), Told::or));
    }

    private static boolean audible(NoticeLine line) {
        return line.hearing() == Hearing.AUDIBLE;
    }

    private static Told told(NoticeLine line) {
        return new Told(Set.of("LATE", "OVERRUN", "UNKNOWN", "STALLED").contains(line.state()) ? 1 : 2, line.urgency());
    }

    private static boolean isNews(Story story, NoticeLine line) {
        Told known = story.known.get(line.name());
        return audible(line) && (known == null || !known.covers(told(line)));
    }

    /** True if a page of an incident that goes on has named it. */
    boolean knows(String name) {
        return stories.values().stream().anyMatch(each -> each.known.containsKey(name) && each.ended.isEmpty());
    }

    /** Incidents of which somebody was told, and not everybody was told the end. */
    List<String> unfinished() {
        return stories.entrySet().stream()
                .filter(each -> !each.getValue().ended.equals(each.getValue().channels))
                .map(Map.Entry::getKey)
                .toList();
    }
}
