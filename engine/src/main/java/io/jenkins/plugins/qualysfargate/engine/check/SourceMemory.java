package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is remembered of one source from turn to turn. Not thread-safe. */
final class SourceMemory {
    private final String id;
    private StoredSource saved;
    private @Nullable Instant blindSince;
    private Map<String, Instant> brokenSince;
    private Map<String, String> zoneNames;
    private @Nullable Instant lookedAt;

    SourceMemory(String id, @Nullable StoredSource stored) {
        this.id = id;
        this.saved = stored == null ? new StoredSource(id, null, null, Map.of(), Map.of()) : stored;
        this.blindSince = saved.blindSince();
        this.brokenSince = saved.brokenSince();
        this.zoneNames = saved.zoneNames();
    }

    boolean dueAt(Instant now, CheckedSource source) {
        return lookedAt == null || !now.isBefore(lookedAt.plus(source.every())) || now.isBefore(lookedAt);
    }

    Instant nextLook(CheckedSource source, Instant now) {
        return lookedAt == null ? now : lookedAt.plus(source.every());
    }

    void heard(Look look, Instant now) {
        lookedAt = now;
        blindSince = look.fold(seen -> null, blind -> blindSince == null ? blind.at() : blindSince);
    }

    void named(List<Component> components) {
        zoneNames = ZoneNames.of(components, zoneNames);
    }

    Map<String, String> zoneNames() {
        return zoneNames;
    }

    void found(Map<String, Instant> broken) {
        brokenSince = broken;
    }

    @Nullable
    Instant blindSince() {
        return blindSince;
    }

    Map<String, Instant> brokenSince() {
        return brokenSince;
    }

    /** What is to be saved now; null if what is saved will do. When it was seen last is saved by the quarter of an hour. */
    @Nullable
    StoredSource toSave(@Nullable Sight last) {
        StoredSource now = new StoredSource(id, last, blindSince, brokenSince, zoneNames);
        boolean same = Objects.equals(now.blindSince(), saved.blindSince())
                && now.brokenSince().equals(saved.brokenSince())
                && now.zoneNames().equals(saved.zoneNames())
                && quarter(now.last()) == quarter(saved.last());
        if (same) {
            return null;
        }
        saved = now;
        return now;
    }

    private static long quarter(@Nullable Sight sight) {
        return sight == null ? 0 : sight.asOf().getEpochSecond() / 900;
    }
}
