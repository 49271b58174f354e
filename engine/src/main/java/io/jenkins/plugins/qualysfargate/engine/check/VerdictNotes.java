package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts verdicts on record, many to a note. */
final class VerdictNotes {
    static final String ACTION = "verdicts";
    static final String SYSTEM = "system";

    /** With texts of the usual length these are some 100 KB; a note takes below 200,000 bytes. */
    private static final int LINES = 150;

    private static final int LONGEST_TEXT = 400;

    private VerdictNotes() {}

    static List<JournalNote> of(List<Occurrence> occurrences, Instant now) {
        List<JournalNote> notes = new ArrayList<>();
        for (int from = 0; from < occurrences.size(); from += LINES) {
            List<Map<String, Object>> lines = occurrences.subList(from, Math.min(occurrences.size(), from + LINES)).stream()
                    .map(VerdictNotes::line)
                    .toList();
            notes.add(new JournalNote(now, SYSTEM, ACTION, "occurrences", RecordJson.write(Map.of("verdicts", lines))));
        }
        return notes;
    }

    private static Map<String, Object> line(Occurrence it) {
        Map<String, Object> line = new TreeMap<>();
        line.put("monitorId", it.key().monitorId());
        line.put("subjectId", it.key().subjectId());
        line.put("name", cut(it.subjectName()));
        line.put("dueAt", it.key().dueAt());
        line.put("scheduleHash", it.key().scheduleHash());
        line.put("state", it.now().state());
        line.put("since", it.now().since());
        line.put("reason", cut(it.now().reason()));
        line.put("runId", it.now().runId());
        line.put("first", state(it.first()));
        line.put("excused", state(it.excused()));
        return line;
    }

    private static @Nullable String state(@Nullable Judgement judgement) {
        return judgement == null ? null : judgement.state().name();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
