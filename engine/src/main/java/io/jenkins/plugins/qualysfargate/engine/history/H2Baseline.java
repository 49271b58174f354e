package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the one earlier scan that is compared with, and the dates of first sight, without reading any other scan. */
final class H2Baseline {
    private H2Baseline() {}

    /** @param scan null if there is none to compare with */
    record Found(@Nullable StoredScan scan, Map<FindingIdentity, Instant> firstSeen) {}

    static Found find(Connection connection, BaselineQuery query) throws SQLException {
        Optional<Long> image =
                ScanRows.imageId(connection, ImageName.of(query.imageName()).place());
        Optional<SqlQuery> select = query.choice()
                .fold(
                        it -> image.map(id -> CompleteScans.previous(query, id, null)),
                        it -> image.map(id -> CompleteScans.previous(query, id, it.tag())),
                        it -> Optional.of(CompleteScans.latest(it.digest(), query.platform())),
                        it -> Optional.of(CompleteScans.exactly(it.id())));
        if (select.isEmpty()) {
            return new Found(null, Map.of());
        }
        StoredScan scan = select.get().first(connection, StoredScan::of).orElse(null);
        return scan == null || image.isEmpty()
                ? new Found(scan, Map.of())
                : new Found(scan, Sightings.firstSeen(connection, image.get()));
    }

    static Map<FindingIdentity, Instant> firstSeen(Connection connection, String imageName) throws SQLException {
        Optional<Long> image =
                ScanRows.imageId(connection, ImageName.of(imageName).place());
        return image.isEmpty() ? Map.of() : Map.copyOf(Sightings.firstSeen(connection, image.get()));
    }
}
