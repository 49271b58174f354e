package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the journal is told of incidents. */
final class IncidentNotes {
    static final String SYSTEM = "system";

    private static final int MOST_NAMES = 100;

    private IncidentNotes() {}

    /** @param more what belongs to this action alone */
    static JournalNote of(Incident incident, String actor, String action, Instant at, Map<String, Object> more) {
        Map<String, Object> document = new TreeMap<>(more);
        document.put("incident", incident.key());
        document.put("state", incident.state().name());
        document.put("sequence", incident.spoken().sequence());
        document.put("channels", incident.spoken().channels());
        document.put(
                "failing",
                some(incident.members().stream()
                        .map(each -> each.failure().name())
                        .toList()));
        document.put("failingCount", incident.members().size());
        return new JournalNote(at, BoundedText.line(actor, 120), action, incident.id(), RecordJson.write(document));
    }

    static List<String> some(List<String> names) {
        return names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES);
    }
}
