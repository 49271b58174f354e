package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The scans that answer for many digests: one statement that is prepared once and walks the index for each of them. In one
 * statement for all of them the database would look for every digest anew in every row that it has found.
 */
final class LatestScans {
    // The columns of the order are those of the index, so that each walk ends at its first entry.
    private static final String ORDER =
            "ORDER BY digest DESC, complete DESC, scanned_at DESC, judged_at DESC, id DESC LIMIT 1";

    private static final String COLUMNS =
            "SELECT " + ScanRows.SUMMARY_COLUMNS + " FROM scan USE INDEX (complete_by_digest)";

    private LatestScans() {}

    static Map<Digest, ScanSummary> of(Connection connection, Collection<Digest> digests) throws SQLException {
        Map<Digest, ScanSummary> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE digest = ? " + ORDER)) {
            for (Digest digest : digests) {
                select.setString(1, digest.value());
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.put(digest, ScanRows.summary(row));
                    }
                }
            }
        }
        return found;
    }

    /** The statement for one of them, as its cost is looked at. */
    static SqlQuery select(Digest digest) {
        return new SqlQuery(COLUMNS).and("digest = ?", digest.value()).then(ORDER);
    }
}
