package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one pass over a file of rows tells: how many match, and where the rows of the page stand. */
record RowScan(List<Candidate> page, SeverityCounts bySeverity, long undecided) {

    /** @throws IOException if the file does not hold the rows that were written */
    static RowScan read(JsonCursor cursor, FindingQuery query, RowCounts expected) throws IOException {
        RowProbe probe = new RowProbe(query);
        BestRows best = new BestRows(query);
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        Map<RowKind, Long> byKind = new EnumMap<>(RowKind.class);
        long undecided = 0;
        while (cursor.token() != null) {
            long start = cursor.parser().currentTokenLocation().getByteOffset();
            probe.read(cursor);
            byKind.merge(probe.kind(), 1L, Long::sum);
            if (probe.matches()) {
                bySeverity.merge(probe.severity(), 1L, Long::sum);
                best.offer(probe, start, cursor.parser().currentLocation().getByteOffset());
            } else if (probe.undecided()) {
                undecided++;
            }
            cursor.next();
        }
        RowCounts found = new RowCounts(
                byKind.getOrDefault(RowKind.FINDING, 0L),
                byKind.getOrDefault(RowKind.SECRET, 0L),
                byKind.getOrDefault(RowKind.MALWARE, 0L));
        if (!found.equals(expected)) {
            throw cursor.malformed("it has " + found + ", but " + expected + " were written");
        }
        return new RowScan(best.page(), new SeverityCounts(bySeverity), undecided);
    }
}
