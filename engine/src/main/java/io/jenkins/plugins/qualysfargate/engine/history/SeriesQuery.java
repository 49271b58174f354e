package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which scans of one image to follow over time.
 *
 * @param imageName the image as the user names it; tag and digest in it do not matter
 * @param platform only this one, and scans that ended before they knew theirs; null for any
 * @param upTo judged then or earlier; null for any time
 * @param limit at most so many, the newest ones; 1 to {@value HistoryQuery#LARGEST_PAGE}
 */
public record SeriesQuery(
        String imageName,
        @Nullable Platform platform,
        @Nullable Instant upTo,
        int limit) {

    /** @throws IllegalArgumentException if the limit is out of its range */
    public SeriesQuery {
        if (limit < 1 || limit > HistoryQuery.LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a series has 1 to " + HistoryQuery.LARGEST_PAGE + " scans, not " + limit + ": ask for fewer");
        }
    }
}
