package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scans that answer for many digests, found with one walk over the index for each of them. */
final class LatestScans {
    /** Digests of one statement; its text is the same for all of them. */
    static final int AT_ONCE = 1000;

    private LatestScans() {}

    static Map<Digest, ScanSummary> of(Connection connection, Collection<Digest> digests) throws SQLException {
        List<Digest> wanted = digests.stream().distinct().toList();
        Map<Digest, ScanSummary> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Digest> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            for (ScanSummary scan : select(some).list(connection, ScanRows::summary)) {
                if (scan.digest() != null) {
                    found.put(scan.digest(), scan);
                }
            }
        }
        return found;
    }

    // The columns of the order are those of the index, so that each walk ends at its first entry.
    static SqlQuery select(Collection<Digest> digests) {
        Object values = digests.stream().map(Digest::value).toArray();
        return new SqlQuery("SELECT " + ScanRows.SUMMARY_COLUMNS + " FROM scan WHERE id IN (SELECT (SELECT id FROM scan"
                        + " USE INDEX (complete_by_digest) WHERE digest = wanted.asked ORDER BY digest DESC, complete"
                        + " DESC, scanned_at DESC, judged_at DESC, id DESC LIMIT 1) FROM TABLE (asked VARCHAR(71)")
                .then("= ?) wanted)", values);
    }
}
