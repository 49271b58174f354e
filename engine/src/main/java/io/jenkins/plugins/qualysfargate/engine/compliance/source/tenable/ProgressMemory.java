package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one look leaves for the next, so that each finished result is asked for only once and no run that was under way is lost
 * sight of; bounded, and safe for several threads.
 */
final class ProgressMemory {
    // More than a server lists at once, so that a long look back ends some day.
    private static final int MOST_FINISHED = Fields.MOST_ITEMS + 1000;
    private static final int MOST_ACTIVE = 1000;

    private final Map<String, Known> finished = new Finished();
    private Set<String> active = Set.of();

    /** @param progress null if the server keeps none for this result */
    private record Known(
            String status, Instant finishedAt, @Nullable TenableProgress progress) {}

    /** Forgets what nobody asked for the longest time. */
    private static final class Finished extends LinkedHashMap<String, Known> {
        private static final long serialVersionUID = 1L;

        Finished() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_FINISHED;
        }
    }

    /** The result with its progress, if it has not changed since that was asked for. */
    synchronized Optional<TenableResult> complete(TenableResult listed) {
        Known known = finished.get(listed.id());
        if (known == null
                || !known.status().equals(listed.status())
                || !known.finishedAt().equals(listed.finishedAt())) {
            return Optional.empty();
        }
        return Optional.of(listed.with(known.progress()));
    }

    /** Keeps the progress of a result that has ended. */
    synchronized void keep(TenableResult asked) {
        if (!asked.mayChange() && asked.finishedAt() != null) {
            finished.put(asked.id(), new Known(asked.status(), asked.finishedAt(), asked.progress()));
        }
    }

    /** Those that were under way at the end of the last whole look. */
    synchronized Set<String> active() {
        return active;
    }

    synchronized void active(Collection<TenableResult> results) {
        Set<String> ids = new LinkedHashSet<>();
        for (TenableResult each : results) {
            if (each.mayChange() && ids.size() < MOST_ACTIVE) {
                ids.add(each.id());
            }
        }
        active = Set.copyOf(ids);
    }
}
