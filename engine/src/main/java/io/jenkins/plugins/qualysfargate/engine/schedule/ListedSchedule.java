package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Due when somebody else says so, for example the next runs that a server has announced, one after the other.
 *
 * <p>The times are no part of {@link #canonical}: with each further announcement it would be another schedule, and what was
 * missed under the old one would be forgotten.
 *
 * @param dues ascending, each once
 */
public record ListedSchedule(List<Instant> dues, ZoneId zone) implements Schedule {

    public ListedSchedule {
        dues = dues.stream().sorted().distinct().toList();
        if (dues.size() > Limits.OCCURRENCES) {
            throw new IllegalArgumentException(
                    "%d due times are listed, at most %d may be: list those that still matter"
                            .formatted(dues.size(), Limits.OCCURRENCES));
        }
    }

    @Override
    public List<Instant> occurrences(Instant from, Instant to) {
        int first = before(from);
        return dues.subList(first, Math.max(first, before(to)));
    }

    @Override
    public Optional<Instant> next(Instant after) {
        int index = Collections.binarySearch(dues, after);
        int next = index < 0 ? -index - 1 : index + 1;
        return next == dues.size() ? Optional.empty() : Optional.of(dues.get(next));
    }

    @Override
    public Optional<Instant> previous(Instant before) {
        int listed = before(before);
        return listed == 0 ? Optional.empty() : Optional.of(dues.get(listed - 1));
    }

    @Override
    public String canonical() {
        return "listed " + zone;
    }

    @Override
    public String words() {
        return "when the server says";
    }

    /** How many lie before the instant. */
    private int before(Instant instant) {
        int index = Collections.binarySearch(dues, instant);
        return index < 0 ? -index - 1 : index;
    }
}
