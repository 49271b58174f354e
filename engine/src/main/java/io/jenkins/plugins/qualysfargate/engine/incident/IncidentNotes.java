package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the journal is told of incidents. */
final class IncidentNotes {
    static final String SYSTEM = "system";

    private static final int MOST_NAMES = 100;
    /** A key has some 500 characters at most, and a note takes below 200,000 bytes. */
    private static final int KEY_BYTES = 120_000;

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
        document.put("members", keys(incident.members()));
        document.put("failingCount", incident.members().size());
        return new JournalNote(at, BoundedText.line(actor, 120), action, incident.id(), RecordJson.write(document));
    }

    // By these the evidence knows which occurrences were seen to; names alone may be those of several.
    private static List<String> keys(List<Member> members) {
        List<String> keys = new ArrayList<>();
        int bytes = 0;
        for (Member member : members) {
            String key = member.failure().key();
            bytes += 3 * key.length();
            if (bytes <= KEY_BYTES) {
                keys.add(key);
            }
        }
        return keys;
    }

    static List<String> some(List<String> names) {
        return names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES);
    }
}
