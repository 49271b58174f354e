package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of the scan table, each read from the index entry at which it starts and no further than it is long. */
final class ScanSearch {
    /** Up to so many image names are asked one by one; beyond that so many of all scans match that all are walked. */
    static final int ONE_BY_ONE = 32;

    private static final Comparator<ScanSummary> NEWEST_FIRST = Comparator.comparing(ScanSummary::judgedAt)
            .thenComparing(ScanSummary::id)
            .reversed();

    private ScanSearch() {}

    static List<ScanSummary> page(Connection connection, HistoryQuery query) throws SQLException {
        NameGlob glob = query.image();
        if (glob == null) {
            return select(query, null).list(connection, ScanRows::summary);
        }
        Set<Long> images = images(connection, glob);
        return images.size() <= ONE_BY_ONE ? merged(connection, query, images) : walked(connection, query, images);
    }

    // Names differ far less than scans do, and no index helps a glob that starts with a star.
    private static Set<Long> images(Connection connection, NameGlob glob) throws SQLException {
        Map<Long, String> places = new HashMap<>();
        new SqlQuery("SELECT id, place FROM image")
                .list(connection, row -> places.put(row.getLong(1), row.getString(2)));
        places.values().removeIf(place -> !glob.matchesPlace(place));
        return places.keySet();
    }

    private static List<ScanSummary> merged(Connection connection, HistoryQuery query, Set<Long> images)
            throws SQLException {
        List<ScanSummary> all = new ArrayList<>();
        for (Long image : images) {
            all.addAll(select(query, image).list(connection, ScanRows::summary));
        }
        all.sort(NEWEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(query.limit(), all.size())));
    }

    private static List<ScanSummary> walked(Connection connection, HistoryQuery query, Set<Long> images)
            throws SQLException {
        List<ScanSummary> found = new ArrayList<>();
        HistoryQuery step = new HistoryQuery(
                query.image(),
                query.digest(),
                query.verdict(),
                query.since(),
                query.until(),
                HistoryQuery.LARGEST_PAGE,
                query.after());
        while (true) {
            List<Hit> hits =
                    select(step, null).list(connection, row -> new Hit(ScanRows.summary(row), row.getLong("image_id")));
            for (Hit hit : hits) {
                if (images.contains(hit.imageId())) {
                    found.add(hit.scan());
                    if (found.size() == query.limit()) {
                        return found;
                    }
                }
            }
            if (hits.size() < HistoryQuery.LARGEST_PAGE) {
                return found;
            }
            step = step.after(PageToken.after(hits.get(hits.size() - 1).scan()));
        }
    }

    private record Hit(ScanSummary scan, long imageId) {}

    /** The statement for one page; the index is named because the order of the page must come out of it, unsorted. */
    static SqlQuery select(HistoryQuery query, @Nullable Long imageId) {
        Index index = imageId != null
                ? Index.BY_IMAGE
                : query.digest() != null ? Index.BY_DIGEST : query.verdict() != null ? Index.BY_VERDICT : Index.BY_TIME;
        SqlQuery select = new SqlQuery(
                "SELECT " + ScanRows.SUMMARY_COLUMNS + ", image_id FROM scan USE INDEX (" + index.name + ")");
        select.andIf(imageId, "image_id = ?");
        if (query.digest() != null) {
            select.and("digest = ?", query.digest().value());
        }
        if (query.verdict() != null) {
            select.and("verdict = ?", query.verdict().name());
        }
        NameGlob glob = query.image();
        if (glob != null && glob.tag() != null) {
            select.and("tag LIKE ? ESCAPE '~'", like(glob.tag()));
        }
        select.andIf(query.since(), "judged_at >= ?");
        select.andIf(query.until(), "judged_at < ?");
        PageToken after = query.after();
        if (after != null) {
            // The first half alone bounds the walk over the index; the database does not see that in the whole.
            select.and("judged_at <= ?", after.judgedAt());
            select.and("(judged_at < ? OR id < ?)", after.judgedAt(), after.id().value());
        }
        return select.then("ORDER BY " + index.order + "judged_at DESC, id DESC LIMIT ?", query.limit());
    }

    private static String like(String glob) {
        return glob.replace("~", "~~")
                .replace("%", "~%")
                .replace("_", "~_")
                .replace('*', '%')
                .replace('?', '_');
    }

    // The column that is fixed by a condition leads the order too, else the database does not see that the index gives
    // it.
    private enum Index {
        BY_IMAGE("scan_by_image", "image_id DESC, "),
        BY_DIGEST("scan_by_digest", "digest DESC, "),
        BY_VERDICT("scan_by_verdict", "verdict DESC, "),
        BY_TIME("scan_by_time", "");

        private final String name;
        private final String order;

        Index(String name, String order) {
            this.name = name;
            this.order = order;
        }
    }
}
