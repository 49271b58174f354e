package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.Watch;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that the check remembers, as read from the ledger. Not thread-safe. */
final class CheckState {
    private static final int PAGE = 1_000;

    final Watch watch;
    final Map<String, SourceMemory> sources = new LinkedHashMap<>();
    final Map<TrackKey, String> sourceOf = new HashMap<>();
    StoredIncidents incidents = new StoredIncidents();
    List<Pause> pauses = List.of();
    Instant readAt;
    /** When incidents are to be stepped on although nothing else has changed; null for never. */
    @Nullable
    Instant stepAt;

    private CheckState(CheckSetup setup, Ledger ledger, Instant now) {
        Map<String, Duration> patience = new LinkedHashMap<>();
        setup.sources().forEach(each -> patience.put(each.id(), each.patience()));
        this.watch = new Watch(setup.monitors(), patience, setup.owedFrom());
        this.readAt = now;
        this.stepAt = now;
        readSources(setup, ledger);
        readTracks(ledger);
        refresh(setup, ledger, now);
    }

    static CheckState load(CheckSetup setup, Ledger ledger, Instant now) {
        return new CheckState(setup, ledger, now);
    }

    private void readSources(CheckSetup setup, Ledger ledger) {
        for (CheckedSource each : setup.sources()) {
            StoredSource stored = ledger.find(sourceKey(each.id()))
                    .map(entry -> RecordJson.read(entry.document(), StoredSource.class))
                    .orElse(null);
            sources.put(each.id(), new SourceMemory(each.id(), stored));
            if (stored != null && stored.last() != null) {
                watch.remember(each.id(), stored.last());
            }
        }
    }

    private void readTracks(Ledger ledger) {
        EntryKey after = null;
        List<Entry> page;
        do {
            page = ledger.all(EntryKind.TRACK, after, PAGE);
            for (Entry entry : page) {
                StoredTrack stored = RecordJson.read(entry.document(), StoredTrack.class);
                watch.remember(stored.track(), stored.sourceId(), stored.open());
                after = entry.key();
            }
        } while (page.size() == PAGE);
    }

    /** Reads again what people may have changed. */
    void refresh(CheckSetup setup, Ledger ledger, Instant now) {
        incidents = StoredIncidents.load(ledger, now, setup.policy().flap().within());
        List<Pause> all = new ArrayList<>(setup.pauses());
        all.addAll(StoredPauses.load(ledger, now));
        if (!all.equals(pauses)) {
            pauses = List.copyOf(all);
            watch.touchAll();
        }
        readAt = now;
    }

    ZoneNames zones() {
        Map<String, Map<String, String>> names = new HashMap<>();
        sources.forEach((id, memory) -> names.put(id, memory.zoneNames()));
        return new ZoneNames(names);
    }

    SourceMemory memory(String sourceId) {
        SourceMemory memory = sources.get(sourceId);
        if (memory == null) {
            throw new IllegalArgumentException("There is no source '" + sourceId + "'");
        }
        return memory;
    }

    static EntryKey sourceKey(String id) {
        return new EntryKey(EntryKind.SOURCE, id, "");
    }
}
