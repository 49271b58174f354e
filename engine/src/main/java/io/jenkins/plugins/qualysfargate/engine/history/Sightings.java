package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Since when each finding of an image name is known, so that no old report is ever decoded for it. */
final class Sightings implements AutoCloseable {
    /** Length of the columns; what is longer stands there by its hash, and no first sight is told of it. */
    private static final int LONGEST = 2048;

    /** Last sight only serves purging, which is not exact to the day: most findings of a new scan need no write at all. */
    private static final Duration COARSE = Duration.ofDays(1);

    private static final String KEY = " WHERE image_id = ? AND finding = ? AND package = ?";

    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final long imageId;

    private Sightings(Connection connection, long imageId) throws SQLException {
        this.imageId = imageId;
        select = connection.prepareStatement("SELECT first_seen, last_seen FROM sighting" + KEY);
        insert = connection.prepareStatement(
                "INSERT INTO sighting (image_id, finding, package, first_seen, last_seen) VALUES (?, ?, ?, ?, ?)");
        update = connection.prepareStatement("UPDATE sighting SET first_seen = ?, last_seen = ?" + KEY);
    }

    /** Notes that all these findings were there at that time; scans may come in any order. */
    static void note(Connection connection, long imageId, Findings findings, Instant seen) throws SQLException {
        try (Sightings sightings = new Sightings(connection, imageId)) {
            for (Finding finding : findings) {
                for (FindingIdentity identity : FindingIdentity.of(finding)) {
                    sightings.note(identity, seen);
                }
            }
        }
    }

    private void note(FindingIdentity identity, Instant seen) throws SQLException {
        Instant first;
        Instant last;
        key(select, 1, identity);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                key(insert, 1, identity);
                insert.setObject(4, seen);
                insert.setObject(5, seen);
                insert.executeUpdate();
                return;
            }
            first = row.getObject(1, Instant.class);
            last = row.getObject(2, Instant.class);
        }
        if (seen.isBefore(first) || seen.isAfter(last.plus(COARSE))) {
            update.setObject(1, seen.isBefore(first) ? seen : first);
            update.setObject(2, seen.isAfter(last) ? seen : last);
            key(update, 3, identity);
            update.executeUpdate();
        }
    }

    private void key(PreparedStatement statement, int from, FindingIdentity identity) throws SQLException {
        statement.setLong(from, imageId);
        statement.setString(from + 1, BoundedText.key(identity.id(), LONGEST));
        statement.setString(from + 2, BoundedText.key(identity.packageName(), LONGEST));
    }

    static Map<FindingIdentity, Instant> firstSeen(Connection connection, long imageId) throws SQLException {
        Map<FindingIdentity, Instant> all = new HashMap<>();
        new SqlQuery("SELECT finding, package, first_seen FROM sighting")
                .and("image_id = ?", imageId)
                .list(
                        connection,
                        row -> all.put(
                                new FindingIdentity(row.getString(1), row.getString(2)),
                                row.getObject(3, Instant.class)));
        return all;
    }

    static void purge(Connection connection, Instant olderThan) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM sighting WHERE last_seen < ?")) {
            // Since last sight is coarse, it may be that much later than it says.
            delete.setObject(1, olderThan.minus(COARSE));
            delete.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (select;
                insert;
                update) {
            // All three are closed, whichever of them fails.
        }
    }
}
