package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forgets old scans in small turns, so that others get theirs in between, and then the report files that nobody needs. */
final class H2Purge {
    private static final int SCANS_PER_TURN = 1_000;
    private static final int FILES_PER_TURN = 5_000;
    private static final String UNUSED =
            " FROM image WHERE NOT EXISTS (SELECT 1 FROM scan WHERE scan.image_id = image.id)";

    private final H2Database database;
    private final ReportFiles reports;

    H2Purge(H2Database database, ReportFiles reports) {
        this.database = database;
        this.reports = reports;
    }

    int olderThan(Instant limit) throws IOException {
        int forgotten = 0;
        int turn;
        do {
            turn = database.write(connection -> deleteScans(connection, limit));
            forgotten += turn;
        } while (turn == SCANS_PER_TURN);
        database.purge(H2Purge::dropUnusedNames);
        List<String> files = reports.settled();
        for (int from = 0; from < files.size(); from += FILES_PER_TURN) {
            sweep(files.subList(from, Math.min(from + FILES_PER_TURN, files.size())));
        }
        return forgotten;
    }

    private static int deleteScans(Connection connection, Instant limit) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM scan WHERE judged_at < ? FETCH FIRST ? ROWS ONLY")) {
            delete.setObject(1, limit);
            delete.setInt(2, SCANS_PER_TURN);
            return delete.executeUpdate();
        }
    }

    private static int dropUnusedNames(Connection connection) throws SQLException {
        try (PreparedStatement sightings = connection.prepareStatement(
                        "DELETE FROM sighting WHERE image_id IN (SELECT id" + UNUSED + ")");
                PreparedStatement images = connection.prepareStatement("DELETE" + UNUSED)) {
            sightings.executeUpdate();
            return images.executeUpdate();
        }
    }

    // Deleting under the lock of the database, because another process may just have kept the same report again.
    private void sweep(List<String> hashes) throws IOException {
        List<IOException> failures = new ArrayList<>();
        database.write(connection -> {
            for (String hash : hashes) {
                boolean needed = new SqlQuery("SELECT 1 FROM scan")
                        .and("report = ?", hash)
                        .then("LIMIT 1")
                        .first(connection, row -> row.getInt(1))
                        .isPresent();
                if (!needed) {
                    forget(hash, failures);
                }
            }
            return hashes.size();
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void forget(String hash, List<IOException> failures) {
        try {
            reports.forget(hash);
        } catch (IOException e) {
            failures.add(e);
        }
    }
}
