package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentDocument;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incidents of a ledger with the versions that they were read in. Not thread-safe. */
final class StoredIncidents {
    static final String OPEN = "OPEN";
    static final String RESOLVED = "RESOLVED";

    private static final int MOST = 2_000;

    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** All open ones, and those that were resolved lately. */
    static StoredIncidents load(Ledger ledger, Instant now, Duration lately) {
        StoredIncidents loaded = new StoredIncidents();
        List<Entry> found = new ArrayList<>(
                ledger.inState(EntryKind.INCIDENT, OPEN, Instant.EPOCH, now.plus(Duration.ofDays(1)), MOST));
        found.addAll(
                ledger.inState(EntryKind.INCIDENT, RESOLVED, now.minus(lately), now.plus(Duration.ofDays(1)), MOST));
        found.forEach(loaded::read);
        return loaded;
    }

    private void read(Entry entry) {
        Incident incident = IncidentDocument.read(entry.document());
        incidents.put(incident.id(), incident);
        entries.put(incident.id(), entry);
    }

    List<Incident> all() {
        return List.copyOf(incidents.values());
    }

    Optional<Incident> find(String idOrKey) {
        return incidents.values().stream()
                .filter(each -> each.id().equals(idOrKey) || each.key().equals(idOrKey))
                .findFirst();
    }

    /** The document that replaces the one which was read. */
    Entry entry(Incident incident) {
        Entry before = entries.get(incident.id());
        String document = IncidentDocument.write(incident);
        Instant at = incident.resolvedAt() == null ? incident.openedAt() : incident.resolvedAt();
        String state = incident.open() ? OPEN : RESOLVED;
        return before == null
                ? new Entry(new EntryKey(EntryKind.INCIDENT, incident.id(), ""), 0, state, at, document, null)
                : before.changed(state, at, document);
    }

    /** What was saved is what is read from now on. */
    void saved(Incident incident, Entry entry) {
        incidents.put(incident.id(), incident);
        entries.put(incident.id(), entry.saved());
    }

    /** Forgets those that were resolved long ago. */
    void forget(Instant resolvedBefore) {
        incidents
                .values()
                .removeIf(each -> each.resolvedAt() != null && each.resolvedAt().isBefore(resolvedBefore));
        entries.keySet().retainAll(incidents.keySet());
    }
}
