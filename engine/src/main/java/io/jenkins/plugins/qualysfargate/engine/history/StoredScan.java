package io.jenkins.plugins.qualysfargate.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A record as the database holds it, read while the database is open and decoded after that.
 *
 * @param report hash of the report; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only carried from the row to the decoder.
record StoredScan(String id, byte[] document, @Nullable String report) {
    static final String COLUMNS = "id, document, report";

    static StoredScan of(ResultSet row) throws SQLException {
        return new StoredScan(row.getString("id"), row.getBytes("document"), row.getString("report"));
    }

    ScanRecord decode(ReportFiles files, String database) {
        ScanRecord scan = ScanRecordCodec.read(
                document, report == null ? null : files.load(report), "scan " + id + " in " + database);
        if (!scan.id().value().equals(id)) {
            throw new CorruptHistoryException(
                    "holds the record of " + scan.id(), "scan " + id + " in " + database, null);
        }
        return scan;
    }
}
