package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings of a report that stand in an arena; each is made when it is asked for. */
final class StoredFindings implements Findings {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,10}(?![0-9])");

    private final Arena arena;
    private final long[] ids;
    private final long[] rules;
    private final long[] packages;
    private final int[] states;
    private final int rows;
    private final long count;

    StoredFindings(Arena arena, long[] ids, long[] rules, long[] packages, int[] states, int rows) {
        this.arena = arena;
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
                    throw new NoSuchElementException();
                }
                return ready.remove();
            }
        };
    }

    private long countAll() {
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            if (FindingState.hasResults(states[row])) {
                sum += FindingState.severities(states[row], rule(row)).size();
            }
        }
        return sum;
    }

    private Rule rule(int row) {
        return rules[row] == FindingTable.NONE ? Rule.MISSING : Rule.decode(arena, rules[row]);
    }

    private List<Finding> findings(int row) {
        Rule rule = rule(row);
        String id = new RecordReader(arena, ids[row]).readText();
        LinkedRecords linked = LinkedRecords.of(arena, packages[row]);
        String title = rule.title().isEmpty() ? linked.message() : rule.title();
        List<Finding> findings = new ArrayList<>(2);
        for (Severity severity : FindingState.severities(states[row], rule)) {
            findings.add(new Finding(
                    id,
                    severity,
                    title,
                    rule.cves().isEmpty() ? namedBy(id) : rule.cves(),
                    rule.qds(),
                    rule.cvss(),
                    linked.packages(),
                    FindingState.potential(states[row]),
                    FindingState.suppressed(states[row])));
        }
        return findings;
    }

    /** Scanners of the CVE world name their rules after the CVE, some with the package behind it. */
    private static List<String> namedBy(String id) {
        Matcher cve = CVE.matcher(id);
        return cve.lookingAt() ? List.of(cve.group()) : List.of();
    }
}
