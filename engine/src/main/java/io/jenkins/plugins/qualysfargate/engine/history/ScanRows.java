package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the tables image and scan, in and out. */
final class ScanRows {
    static final String SUMMARY_COLUMNS = "id, name, digest, platform, verdict, complete, reason, count_critical,"
            + " count_high, count_medium, count_low, count_informational, count_unknown, secrets, policy_name, source,"
            + " scanned_at, judged_at";

    private static final String INSERT = "INSERT INTO scan (" + SUMMARY_COLUMNS + ", image_id, tag, report, document)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ScanRows() {}

    static boolean exists(Connection connection, ScanId id) throws SQLException {
        return new SqlQuery("SELECT 1 FROM scan")
                .and("id = ?", id.value())
                .first(connection, row -> row.getInt(1))
                .isPresent();
    }

    static Optional<Long> imageId(Connection connection, String place) throws SQLException {
        return new SqlQuery("SELECT id FROM image").and("place = ?", place).first(connection, row -> row.getLong(1));
    }

    /** The row of an image name, new if it has none yet. */
    static long keepImage(Connection connection, String place) throws SQLException {
        Optional<Long> known = imageId(connection, place);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO image (place) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, place);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** What of a scan's row does not follow from its summary. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only carried to the row.
    record Rest(
            @Nullable Long imageId,
            @Nullable String tag,
            @Nullable String report,
            byte[] document) {}

    static void insert(Connection connection, ScanSummary scan, Rest rest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Object[] values = {
                scan.id().value(),
                scan.name(),
                text(scan.digest()),
                text(scan.platform()),
                scan.verdict().name(),
                scan.complete(),
                scan.reason(),
                count(scan, Severity.CRITICAL),
                count(scan, Severity.HIGH),
                count(scan, Severity.MEDIUM),
                count(scan, Severity.LOW),
                count(scan, Severity.INFORMATIONAL),
                count(scan, Severity.UNKNOWN),
                scan.secrets(),
                scan.policyName(),
                scan.source(),
                scan.scannedAt(),
                scan.judgedAt(),
                rest.imageId(),
                rest.tag(),
                rest.report()
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.setBytes(values.length + 1, rest.document());
            insert.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Long count(ScanSummary scan, Severity severity) {
        SeverityCounts counts = scan.counts();
        return counts == null ? null : (Long) counts.of(severity);
    }

    /** @throws CorruptHistoryException if a value is none that was ever written */
    static ScanSummary summary(ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            String digest = row.getString("digest");
            String platform = row.getString("platform");
            return new ScanSummary(
                    new ScanId(id),
                    row.getString("name"),
                    digest == null ? null : new Digest(digest),
                    platform == null ? null : Platform.parse(platform),
                    VerdictKind.valueOf(row.getString("verdict")),
                    row.getString("reason"),
                    counts(row),
                    row.getObject("secrets", Integer.class),
                    row.getString("policy_name"),
                    row.getString("source"),
                    row.getBoolean("complete"),
                    row.getObject("scanned_at", Instant.class),
                    row.getObject("judged_at", Instant.class));
        } catch (IllegalArgumentException e) {
            throw new CorruptHistoryException(
                    "is not what was recorded: " + e.getMessage(), "the row of scan " + id, e);
        }
    }

    private static @Nullable SeverityCounts counts(ResultSet row) throws SQLException {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            Long count = row.getObject("count_" + severity.word(), Long.class);
            if (count == null) {
                return null;
            }
            counts.put(severity, count);
        }
        return new SeverityCounts(counts);
    }
}
