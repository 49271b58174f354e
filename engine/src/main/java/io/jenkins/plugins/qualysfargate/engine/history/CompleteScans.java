package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.SqlQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import org.jspecify.annotations.Nullable;

/** The statements that find the one complete scan which is meant, by walking an index from its newest entry. */
final class CompleteScans {
    private static final String NEWEST = "complete DESC, scanned_at DESC, judged_at DESC, id DESC LIMIT 1";
    private static final String COLUMNS = "SELECT " + StoredScan.COLUMNS + " FROM scan ";

    private CompleteScans() {}

    static SqlQuery latest(Digest digest, @Nullable Platform platform) {
        return new SqlQuery(COLUMNS + "USE INDEX (complete_by_digest)")
                .and("digest = ?", digest.value())
                .and("complete = TRUE")
                .andIf(platform == null ? null : platform.toString(), "platform = ?")
                .then("ORDER BY digest DESC, " + NEWEST);
    }

    static SqlQuery exactly(ScanId id) {
        return new SqlQuery(COLUMNS).and("id = ?", id.value()).and("complete = TRUE");
    }

    /** @param tag null if any tag, or none, will do */
    static SqlQuery previous(BaselineQuery query, long imageId, @Nullable String tag) {
        SqlQuery select = new SqlQuery(COLUMNS + "USE INDEX (complete_by_image)")
                .and("image_id = ?", imageId)
                .and("complete = TRUE")
                .andIf(query.before(), "scanned_at < ?")
                .andIf(query.platform() == null ? null : query.platform().toString(), "platform = ?")
                .andIf(tag, "tag = ?");
        if (query.digest() != null) {
            select.and("digest IS DISTINCT FROM ?", query.digest().value());
        }
        if (query.self() != null) {
            select.and("id <> ?", query.self().value());
        }
        return select.then("ORDER BY image_id DESC, " + NEWEST);
    }
}
