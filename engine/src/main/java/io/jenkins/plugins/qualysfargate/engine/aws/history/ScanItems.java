package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLineCodec;
import io.jenkins.plugins.qualysfargate.engine.history.ImageName;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items that a scan leaves in the history table besides its document, some kilobytes each at most, and back. */
final class ScanItems {
    static final String LINE = "line";
    static final String PLATFORM = "platform";
    static final String VERDICT = "verdict";
    static final String OBJECTS = "objects";
    static final String SCAN = "scan";
    static final String TAG = "tag";
    static final String DIGEST = "digest";
    static final String TTL = "ttl";

    private ScanItems() {}

    /**
     * All lines of a scan: by day, image, digest, and of a complete one those by which it is compared and reused.
     *
     * @param until when it expires; null for never
     */
    static List<Item> lines(HistoryLine line, List<String> objects, @Nullable Instant until) {
        ScanSummary scan = line.scan();
        String text = HistoryLineCodec.write(line);
        List<Item> items = new ArrayList<>();
        for (Item key : judgedKeys(line)) {
            Item item =
                    key.with(LINE, text).with(VERDICT, scan.verdict().name()).with(PLATFORM, platform(scan));
            items.add(expiring(item, until));
        }
        // The line by day leads to everything that is to be deleted with the scan.
        items.set(0, items.get(0).with(OBJECTS, String.join("\n", objects)));
        for (Item key : completeKeys(line)) {
            ImageName image = line.image();
            Item item = key.with(LINE, text)
                    .with(SCAN, scan.id().value())
                    .with(PLATFORM, platform(scan))
                    .with(TAG, image == null ? null : image.tag())
                    .with(DIGEST, scan.digest() == null ? null : scan.digest().value());
            items.add(expiring(item, until));
        }
        return items;
    }

    private static @Nullable String platform(ScanSummary scan) {
        return scan.platform() == null ? null : scan.platform().toString();
    }

    static Item expiring(Item item, @Nullable Instant until) {
        return until == null ? item : item.with(TTL, until.getEpochSecond());
    }

    /** The keys of everything that is kept of a scan in the history table, its document included. */
    static List<Item> keys(HistoryLine line) {
        List<Item> keys = new ArrayList<>(judgedKeys(line));
        keys.addAll(completeKeys(line));
        keys.add(HistoryKeys.scan(line.scan().id()));
        return keys;
    }

    private static List<Item> judgedKeys(HistoryLine line) {
        ScanSummary scan = line.scan();
        String sort = HistoryKeys.judged(scan.judgedAt(), scan.id());
        List<Item> keys = new ArrayList<>(List.of(HistoryKeys.key(HistoryKeys.day(scan), sort)));
        places(line).forEach(place -> keys.add(HistoryKeys.key(place, sort)));
        return keys;
    }

    private static List<Item> completeKeys(HistoryLine line) {
        ScanSummary scan = line.scan();
        return scan.complete()
                ? places(line).stream()
                        .map(place -> HistoryKeys.key(place, HistoryKeys.complete(scan)))
                        .toList()
                : List.of();
    }

    private static List<String> places(HistoryLine line) {
        List<String> places = new ArrayList<>();
        if (line.image() != null) {
            places.add(HistoryKeys.image(line.image().place()));
        }
        if (line.scan().digest() != null) {
            places.add(HistoryKeys.digest(line.scan().digest()));
        }
        return places;
    }

    /** True if the time of an item is over, whether DynamoDB has deleted it already or not. */
    static boolean expired(Item item, Instant now) {
        return item.has(TTL) && item.number(TTL) <= now.getEpochSecond();
    }

    static HistoryLine line(Item item) {
        String where = "item " + item.text("pk") + ", " + item.text("sk");
        return HistoryLineCodec.read(ANSWERS.reading(where, () -> item.text(LINE)), where);
    }
}
