package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Since when each finding of an image name is known, so that no old report is ever decoded for it. */
final class Sightings {
    /** Length of the columns; what is longer stands there by its hash, and no first sight is told of it. */
    private static final int LONGEST = 2048;

    /** As many at once as make a statement worth its cost, and are few in memory. */
    private static final int CHUNK = 1_000;

    private static final String KEYS = " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) AS k (f, p)";
    private static final String SELECT = "SELECT s.finding, s.package, s.first_seen" + KEYS
            + " INNER JOIN sighting s ON s.image_id = ? AND s.finding = k.f AND s.package = k.p";
    private static final String INSERT =
            "INSERT INTO sighting (image_id, finding, package, first_seen) SELECT ?, k.f, k.p, ?" + KEYS;
    private static final String EARLIER =
            "UPDATE sighting SET first_seen = ? WHERE image_id = ? AND finding = ? AND package = ?";

    private final Connection connection;
    private final long imageId;
    private final Instant seen;

    private Sightings(Connection connection, long imageId, Instant seen) {
        this.connection = connection;
        this.imageId = imageId;
        this.seen = seen;
    }

    /** Notes that all these findings were there at that time; scans may come in any order. */
    static void note(Connection connection, long imageId, Findings findings, Instant seen) throws SQLException {
        Sightings sightings = new Sightings(connection, imageId, seen);
        Set<FindingIdentity> chunk = new LinkedHashSet<>();
        for (Finding finding : findings) {
            for (FindingIdentity identity : FindingIdentity.of(finding)) {
                chunk.add(new FindingIdentity(
                        BoundedText.key(identity.id(), LONGEST), BoundedText.key(identity.packageName(), LONGEST)));
                if (chunk.size() == CHUNK) {
                    sightings.note(chunk);
                    chunk.clear();
                }
            }
        }
        sightings.note(chunk);
    }

    private void note(Set<FindingIdentity> chunk) throws SQLException {
        Map<FindingIdentity, Instant> known = known(chunk);
        insert(chunk.stream().filter(each -> !known.containsKey(each)).toList());
        for (Map.Entry<FindingIdentity, Instant> each : known.entrySet()) {
            if (seen.isBefore(each.getValue())) {
                dateEarlier(each.getKey());
            }
        }
    }

    private Map<FindingIdentity, Instant> known(Set<FindingIdentity> chunk) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            keys(select, 1, List.copyOf(chunk));
            select.setLong(3, imageId);
            try (ResultSet rows = select.executeQuery()) {
                Map<FindingIdentity, Instant> known = new HashMap<>();
                while (rows.next()) {
                    known.put(identity(rows), rows.getObject(3, Instant.class));
                }
                return known;
            }
        }
    }

    private void insert(List<FindingIdentity> unknown) throws SQLException {
        if (unknown.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, imageId);
            insert.setObject(2, seen);
            keys(insert, 3, unknown);
            insert.executeUpdate();
        }
    }

    private void dateEarlier(FindingIdentity identity) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EARLIER)) {
            update.setObject(1, seen);
            update.setLong(2, imageId);
            update.setString(3, identity.id());
            update.setString(4, identity.packageName());
            update.executeUpdate();
        }
    }

    private static void keys(PreparedStatement statement, int from, List<FindingIdentity> identities)
            throws SQLException {
        statement.setObject(from, identities.stream().map(FindingIdentity::id).toArray(String[]::new));
        statement.setObject(
                from + 1, identities.stream().map(FindingIdentity::packageName).toArray(String[]::new));
    }

    private static FindingIdentity identity(ResultSet row) throws SQLException {
        return new FindingIdentity(row.getString(1), row.getString(2));
    }

    static Map<FindingIdentity, Instant> firstSeen(Connection connection, long imageId) throws SQLException {
        Map<FindingIdentity, Instant> all = new HashMap<>();
        new SqlQuery("SELECT finding, package, first_seen FROM sighting")
                .and("image_id = ?", imageId)
                .list(connection, row -> all.put(identity(row), row.getObject(3, Instant.class)));
        return all;
    }
}
