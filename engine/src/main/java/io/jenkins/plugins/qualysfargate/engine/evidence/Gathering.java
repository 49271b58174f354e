package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers the rows of a period from journal entries in their order. */
final class Gathering {
    private static final Comparator<RowDraft> ORDER = Comparator.comparing(
                    (RowDraft row) -> row.verdict().dueAt())
            .thenComparing(row -> row.verdict().monitorId())
            .thenComparing(row -> row.verdict().subjectId())
            .thenComparing(row -> row.verdict().scheduleHash());

    private final PeriodReport.Period period;
    private final Map<RowDraft.Key, RowDraft> rows = new LinkedHashMap<>();
    /** By {@code monitor/subject}. */
    private final Map<String, List<RowDraft>> ofMember = new HashMap<>();
    /** Those that somebody has to answer for now, by {@code monitor/subject} and by name. */
    private final Map<String, Set<RowDraft>> open = new HashMap<>();

    private final Map<String, Set<RowDraft>> ofIncident = new HashMap<>();
    private final TreeMap<Long, ReportAction> actions = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    Gathering(PeriodReport.Period period) {
        this.period = period;
    }

    void add(JournalEntry entry) {
        JournalNote note = entry.note();
        try {
            if (note.action().equals(Actions.VERDICTS)) {
                VerdictsNote.read(note).verdicts().forEach(verdict -> add(verdict, entry.sequence()));
            } else {
                add(entry, ActionReading.of(entry));
            }
        } catch (IllegalArgumentException unreadable) {
            problems.add("Entry " + entry.sequence() + " (" + note.action() + ") cannot be read: "
                    + unreadable.getMessage());
        }
    }

    private void add(Verdict verdict, long sequence) {
        if (!period.has(verdict.dueAt())) {
            return;
        }
        RowDraft row = rows.get(RowDraft.Key.of(verdict));
        if (row == null) {
            row = new RowDraft(verdict, sequence);
            rows.put(RowDraft.Key.of(verdict), row);
            ofMember.computeIfAbsent(member(verdict), any -> new ArrayList<>()).add(row);
        } else {
            row.note(verdict, sequence);
        }
        for (String name : List.of(member(verdict), verdict.name())) {
            Set<RowDraft> some = open.computeIfAbsent(name, any -> new LinkedHashSet<>());
            if (row.open()) {
                some.add(row);
            } else {
                some.remove(row);
            }
        }
    }

    private static String member(Verdict verdict) {
        return verdict.monitorId() + "/" + verdict.subjectId();
    }

    private void add(JournalEntry entry, ActionReading reading) {
        Set<RowDraft> concerned = new LinkedHashSet<>();
        reading.failing().forEach(name -> concerned.addAll(open.getOrDefault(name, Set.of())));
        String incident = reading.incident();
        if (incident != null) {
            Set<RowDraft> all = ofIncident.computeIfAbsent(incident, any -> new LinkedHashSet<>());
            all.addAll(concerned);
            if (!reading.listsMembers()) {
                concerned.addAll(all);
            }
        }
        Instant due = reading.dueAt();
        if (due != null) {
            concerned.clear();
            reading.failing().stream()
                    .flatMap(member -> ofMember.getOrDefault(member, List.of()).stream())
                    .filter(row -> row.verdict().dueAt().equals(due))
                    .forEach(concerned::add);
        }
        concerned.forEach(row -> row.act(entry.sequence()));
        if (!concerned.isEmpty() || period.has(entry.note().at())) {
            actions.put(entry.sequence(), reading.action());
        }
    }

    List<ReportRow> rows() {
        return rows.values().stream().sorted(ORDER).map(RowDraft::row).toList();
    }

    List<ReportAction> actions() {
        return List.copyOf(actions.values());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
