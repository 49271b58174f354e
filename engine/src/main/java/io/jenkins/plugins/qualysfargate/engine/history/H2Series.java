package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the scans of one image without reading any report: what a series needs stands in the rows and documents. */
final class H2Series {
    private static final String FROM = " FROM scan USE INDEX (scan_by_image)";

    private H2Series() {}

    /** What was found, newest first, not decoded yet. */
    record Found(List<Row> rows, long earlier) {
        static final Found NOTHING = new Found(List.of(), 0);

        /** @throws CorruptHistoryException if a document is not what was recorded */
        ImageSeries decode(String database) {
            List<ImageSeries.Entry> entries = new ArrayList<>();
            for (Row row : rows) {
                String where = "scan " + row.scan.id() + " in " + database;
                entries.add(new ImageSeries.Entry(
                        row.scan,
                        ScanRecordCodec.readJudgement(row.document, where).novelty()));
            }
            Collections.reverse(entries);
            return new ImageSeries(entries, earlier);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared, only carried from the row to the decoder.
    record Row(ScanSummary scan, byte[] document) {}

    static Found find(Connection connection, SeriesQuery query) throws SQLException {
        Optional<Long> image =
                ScanRows.imageId(connection, ImageName.of(query.imageName()).place());
        if (image.isEmpty()) {
            return Found.NOTHING;
        }
        List<Row> rows = newest(query, image.get())
                .list(connection, row -> new Row(ScanRows.summary(row), row.getBytes("document")));
        long all = among(query, image.get(), "SELECT COUNT(*)")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        return new Found(rows, all - rows.size());
    }

    static SqlQuery newest(SeriesQuery query, long imageId) {
        return among(query, imageId, "SELECT " + ScanRows.SUMMARY_COLUMNS + ", document")
                .then("ORDER BY image_id DESC, judged_at DESC, id DESC LIMIT ?", query.limit());
    }

    private static SqlQuery among(SeriesQuery query, long imageId, String select) {
        @Nullable
        String platform = query.platform() == null ? null : query.platform().toString();
        return new SqlQuery(select + FROM)
                .and("image_id = ?", imageId)
                .andIf(query.upTo(), "judged_at <= ?")
                .andIf(platform, "(platform = ? OR platform IS NULL)");
    }
}
