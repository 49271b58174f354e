package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.SightingsCodec;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Since when each finding of an image name is known, as a log: each scan adds what nobody has seen before it, in pieces of
 * bounded size, and nothing is ever changed, so that writers never wait for each other.
 */
final class SightingLog {
    // Of text; an item may have 400 KB, and what does not shrink becomes hardly larger.
    private static final int PIECE = 200_000;

    private static final String SEEN_AT = "seenAt";
    private static final String FINDINGS = "findings";

    private final Table table;

    SightingLog(Table table) {
        this.table = table;
    }

    /** When each finding was first seen, whether the image still has scans or not. */
    Map<FindingIdentity, Instant> firstSeen(String place) {
        Map<FindingIdentity, Instant> all = new HashMap<>();
        Iterator<Item> pieces = pieces(place).iterator();
        while (pieces.hasNext()) {
            Item piece = pieces.next();
            String where = "first sights of item " + piece.text("pk") + ", " + piece.text("sk");
            Instant seen = ANSWERS.reading(where, () -> Instant.parse(piece.text(SEEN_AT)));
            byte[] findings = ANSWERS.reading(where, () -> piece.bytes(FINDINGS));
            for (FindingIdentity identity : SightingsCodec.read(findings, where)) {
                all.merge(identity, seen, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return all;
    }

    /** The items that tell that these findings were there at that time, as far as nobody knows it yet. */
    List<Item> news(String place, ScanId scan, Findings findings, Instant seen) {
        Map<FindingIdentity, Instant> known = firstSeen(place);
        Set<FindingIdentity> news = new LinkedHashSet<>();
        for (Finding finding : findings) {
            for (FindingIdentity identity : FindingIdentity.of(finding)) {
                FindingIdentity kept = SightingsCodec.kept(identity);
                Instant since = known.get(kept);
                if (since == null || seen.isBefore(since)) {
                    news.add(kept);
                }
            }
        }
        return items(place, scan, news, seen);
    }

    private static List<Item> items(String place, ScanId scan, Set<FindingIdentity> news, Instant seen) {
        try {
            List<Item> items = new ArrayList<>();
            for (byte[] piece : SightingsCodec.write(news, PIECE)) {
                String number = String.format(Locale.ROOT, "%05d", items.size());
                items.add(HistoryKeys.key(HistoryKeys.sightings(place), scan + "#" + number)
                        .with(SEEN_AT, seen.toString())
                        .with(FINDINGS, piece));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
    }

    Stream<Item> pieces(String place) {
        return table.query(TableQuery.of(Expression.of("#pk = :pk").with(":pk", HistoryKeys.sightings(place))));
    }
}
