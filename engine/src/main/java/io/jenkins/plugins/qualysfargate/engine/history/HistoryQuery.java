package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which scans to list; what is null does not narrow.
 *
 * @param image see {@link NameGlob}
 * @param since judged then or later
 * @param until judged before then
 * @param limit at most this many, 1 to {@value #LARGEST_PAGE}
 * @param after where the page before ended; null for the first page
 */
public record HistoryQuery(
        @Nullable NameGlob image,
        @Nullable Digest digest,
        @Nullable VerdictKind verdict,
        @Nullable Instant since,
        @Nullable Instant until,
        int limit,
        @Nullable PageToken after) {

    public static final int LARGEST_PAGE = 1000;

    /** @throws IllegalArgumentException if the limit is out of its range */
    public HistoryQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page has 1 to " + LARGEST_PAGE + " scans, not " + limit + ": ask for several pages");
        }
    }

    /** The newest scans, whatever they are of. */
    public static HistoryQuery newest(int limit) {
        return new HistoryQuery(null, null, null, null, null, limit, null);
    }

    /** @throws IllegalArgumentException if the text is no {@link NameGlob} */
    public HistoryQuery ofImage(String glob) {
        return new HistoryQuery(NameGlob.parse(glob), digest, verdict, since, until, limit, after);
    }

    public HistoryQuery ofDigest(Digest wanted) {
        return new HistoryQuery(image, wanted, verdict, since, until, limit, after);
    }

    public HistoryQuery judged(VerdictKind wanted) {
        return new HistoryQuery(image, digest, wanted, since, until, limit, after);
    }

    public HistoryQuery since(Instant first) {
        return new HistoryQuery(image, digest, verdict, first, until, limit, after);
    }

    public HistoryQuery until(Instant end) {
        return new HistoryQuery(image, digest, verdict, since, end, limit, after);
    }

    public HistoryQuery after(PageToken end) {
        return new HistoryQuery(image, digest, verdict, since, until, limit, end);
    }
}
