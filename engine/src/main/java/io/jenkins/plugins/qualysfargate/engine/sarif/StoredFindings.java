package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.DeferredList;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The findings of a report that stand in an arena; each is made when it is asked for. */
final class StoredFindings implements Findings {
    private final Arena arena;
    private final Arena idArena;
    private final LayerTable layers;
    private final long[] ids;
    private final long[] rules;
    private final long[] packages;
    private final int[] states;
    private final int rows;
    private final long count;

    StoredFindings(
            Arena arena,
            Arena idArena,
            LayerTable layers,
            long[] ids,
            long[] rules,
            long[] packages,
            int[] states,
            int rows) {
        this.arena = arena;
        this.idArena = idArena;
        this.layers = layers;
        this.ids = ids;
        this.rules = rules;
        this.packages = packages;
        this.states = states;
        this.rows = rows;
        this.count = countAll();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Iterator<Finding> iterator() {
        return new Iterator<>() {
            private final Deque<Finding> ready = new ArrayDeque<>(2);
            private int row;

            @Override
            public boolean hasNext() {
                while (ready.isEmpty() && row < rows) {
                    if (FindingState.hasResults(states[row])) {
                        ready.addAll(findings(row));
                    }
                    row++;
                }
                return !ready.isEmpty();
            }

            @Override
            public Finding next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the report has no more findings");
                }
                return ready.remove();
            }
        };
    }

    private long countAll() {
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            if (FindingState.hasResults(states[row])) {
                sum += countOf(row);
            }
        }
        return sum;
    }

    private int countOf(int row) {
        if (rules[row] == FindingTable.NONE) {
            return FindingState.severities(states[row], null, null).size();
        }
        RecordReader rule = new RecordReader(arena, rules[row]);
        return FindingState.severities(states[row], Rule.readSeverity(rule), Rule.readSeverity(rule))
                .size();
    }

    private Rule rule(int row) {
        return rules[row] == FindingTable.NONE ? Rule.MISSING : Rule.decode(arena, rules[row]);
    }

    private List<Finding> findings(int row) {
        Rule rule = rule(row);
        String id = new RecordReader(idArena, ids[row]).readText();
        long newest = packages[row];
        String title =
                rule.title().isEmpty() ? LinkedRecords.of(arena, layers, newest).message() : rule.title();
        List<AffectedPackage> affected =
                new DeferredList<>(() -> LinkedRecords.of(arena, layers, newest).packages());
        List<Finding> findings = new ArrayList<>(2);
        for (Severity severity : FindingState.severities(states[row], rule.severity(), rule.level())) {
            findings.add(new Finding(
                    id,
                    severity,
                    title,
                    rule.cves().isEmpty() ? namedBy(id) : rule.cves(),
                    rule.qds(),
                    rule.cvss(),
                    affected,
                    FindingState.potential(states[row]),
                    FindingState.suppressed(states[row])));
        }
        return findings;
    }

    /** Scanners of the CVE world name their rules after the CVE, some with the package behind it. */
    private static List<String> namedBy(String id) {
        int length = CveId.lengthAtStart(id);
        return length > 0 ? List.of(id.substring(0, length)) : List.of();
    }
}
