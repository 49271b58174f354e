package io.jenkins.plugins.qualysfargate.engine.sweep;

import java.util.List;
import java.util.Map;

/**
 * How a sweep went.
 *
 * @param images by what the history has of them; a state that none is in is missing
 * @param problems the first ones of what could not be looked at
 * @param problemCount how many there are in all
 */
public record SweepOutcome(Map<SweepState, Long> images, List<String> problems, long problemCount) {
    public SweepOutcome {
        images = Map.copyOf(images);
        problems = List.copyOf(problems);
    }

    public long count(SweepState state) {
        return images.getOrDefault(state, 0L);
    }

    /** Images that have to be scanned. */
    public long open() {
        return images.entrySet().stream()
                .filter(each -> each.getKey().open())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All images that were looked at. */
    public long total() {
        return images.values().stream().mapToLong(Long::longValue).sum();
    }
}
