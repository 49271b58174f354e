package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All monitors with everything that is known of their subjects. Told what sources say, it evaluates what that changes, and what
 * time changes; the cost of a turn grows with these. Not thread-safe.
 */
public final class Watch {
    private final Map<String, SourceWatch> sources = new LinkedHashMap<>();
    private final Map<String, String> sourceOf = new LinkedHashMap<>();

    /**
     * @param patience by source: how long after its last answer it counts as seen; a source that is missing here does not exist
     */
    public Watch(List<Monitor> monitors, Map<String, Duration> patience, OwedFrom owedFrom) {
        Map<String, List<Monitor>> bySource = new LinkedHashMap<>();
        patience.keySet().forEach(source -> bySource.put(source, new ArrayList<>()));
        for (Monitor monitor : monitors) {
            List<Monitor> its = bySource.get(monitor.source());
            if (its == null) {
                throw new IllegalArgumentException("The monitor '" + monitor.id() + "' watches the source '"
                        + monitor.source() + "', which does not exist");
            }
            its.add(monitor);
            sourceOf.put(monitor.id(), monitor.source());
        }
        patience.forEach((source, length) ->
                sources.put(source, new SourceWatch(bySource.getOrDefault(source, List.of()), length, owedFrom)));
    }

    /** Takes up a remembered track with its occurrences that are not settled; those of other monitors are dropped. */
    public void remember(Track track, String sourceId, List<Occurrence> open) {
        SourceWatch source = sources.get(sourceId);
        if (source != null) {
            source.remember(track, open);
        }
    }

    /** Takes up how a source was seen last. */
    public void remember(String sourceId, Sight last) {
        SourceWatch source = sources.get(sourceId);
        if (source != null) {
            source.remember(last);
        }
    }

    /** Hears what came of a look; nothing is evaluated before {@link #advance}. */
    public void hear(Look look) {
        if (look instanceof Look.Seen it) {
            of(it.observation().sourceId()).seen(it.observation());
        } else if (look instanceof Look.Blind it) {
            of(it.sourceId()).blind(it);
        }
    }

    /** Evaluates what has changed since the last time, by itself or because time has passed. */
    public Changes advance(Instant now, Excuse excuse) {
        Changes changes = Changes.gathering();
        sources.values().forEach(each -> each.advance(now, excuse, changes));
        return changes;
    }

    /** Evaluates everything with the next turn, because what excuses failures has changed. */
    public void touchAll() {
        sources.values().forEach(SourceWatch::touchAll);
    }

    /** Owes it no more; false if there is no such track. */
    public boolean forget(TrackKey key) {
        return sources.values().stream().anyMatch(source -> source.forget(key) != null);
    }

    /** How everything stands as of the last turn. */
    public List<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        for (SourceWatch source : sources.values()) {
            for (Tracked each : source.tracks()) {
                if (each.standing != null) {
                    all.add(each.standing);
                }
            }
        }
        return all;
    }

    /** Since when runs of a source must be asked for. */
    public Instant from(String sourceId, Instant now) {
        return of(sourceId).from(now);
    }

    /** How a source was seen last; null if never. */
    public @Nullable Sight sight(String sourceId) {
        return of(sourceId).sight();
    }

    /** Why a source does not answer; null if it did when it was asked last. */
    public Look.@Nullable Blind blind(String sourceId) {
        return of(sourceId).blind();
    }

    /** What the runs of a source depend on, as of its last answer. */
    public List<Component> components(String sourceId) {
        return of(sourceId).components();
    }

    /** When there is something to evaluate if nothing is heard; null if never. */
    public @Nullable Instant nextChange() {
        return sources.values().stream()
                .map(SourceWatch::nextChange)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The source that a monitor watches. */
    public String sourceOf(String monitorId) {
        String source = sourceOf.get(monitorId);
        if (source == null) {
            throw new IllegalArgumentException("There is no monitor '" + monitorId + "'");
        }
        return source;
    }

    /** The occurrences of a track that are not settled, the earliest first. */
    public List<Occurrence> open(TrackKey key) {
        return of(sourceOf(key.monitorId())).open(key);
    }

    private SourceWatch of(String sourceId) {
        SourceWatch source = sources.get(sourceId);
        if (source == null) {
            throw new IllegalArgumentException("There is no source '" + sourceId + "' to watch");
        }
        return source;
    }
}
