package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.SortableTime;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** The keys of the history table; decision 5 says what they are good for. */
final class HistoryKeys {
    /** Partitions into which the scans of a day and verdict are spread, so that a busy day is not one partition. */
    static final int SHARDS = 2;

    /** Behind everything that may follow a prefix. */
    static final String END = "~";

    static final String DAYS = "DAYS";
    static final String NAMES = "NAMES";
    static final String GONE = "GONE";

    // A sort key has up to 1,024 bytes.
    private static final int LONGEST_WORD = 800;
    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '}';

    private HistoryKeys() {}

    static Item key(String partition, String sort) {
        return Item.of("pk", partition).with("sk", sort);
    }

    static Item scan(ScanId id) {
        return key("SCAN#" + id, "SCAN");
    }

    static String image(String place) {
        return "IMAGE#" + hash(place);
    }

    static String sightings(String place) {
        return "SEEN#" + hash(place);
    }

    static String digest(Digest digest) {
        return "DIGEST#" + digest;
    }

    static String day(LocalDate day, VerdictKind verdict, int shard) {
        return "DAY#" + daySort(day, verdict, shard);
    }

    /** The sort key of a day's partition in the register of days. */
    static String daySort(LocalDate day, VerdictKind verdict, int shard) {
        return day + "#" + verdict + "#" + shard;
    }

    static String day(ScanSummary scan) {
        return day(date(scan.judgedAt()), scan.verdict(), shard(scan.id()));
    }

    static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    static int shard(ScanId id) {
        return Math.floorMod(id.value().hashCode(), SHARDS);
    }

    /** Where a scan stands among others by the time of judgement. */
    static String judged(Instant judgedAt, ScanId id) {
        return judged(judgedAt) + "#" + id;
    }

    /** Before all scans that were judged then. */
    static String judged(Instant judgedAt) {
        return "J#" + SortableTime.of(judgedAt);
    }

    /** Where a complete scan stands among others by the time at which it looked. */
    static String complete(ScanSummary scan) {
        return complete(scan.scannedAt()) + "#" + SortableTime.of(scan.judgedAt()) + "#" + scan.id();
    }

    static String complete(Instant scannedAt) {
        return "C#" + SortableTime.of(scannedAt);
    }

    /** The sort key of an image name in the register of names, so that names of one last part stand together. */
    static String name(String place) {
        return word(place.substring(place.lastIndexOf('/') + 1)) + "|" + hash(place);
    }

    /** Printable, within a length, and two texts that begin alike still do. */
    static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length() && word.length() < LONGEST_WORD; i++) {
            char each = text.charAt(i);
            if (each >= FIRST_PRINTABLE && each <= LAST_PRINTABLE && each != '%' && each != '|') {
                word.append(each);
            } else {
                word.append('%').append(HexFormat.of().toHexDigits(each));
            }
        }
        return word.toString();
    }

    // Of the UTF-16 units, because hostile names may hold what UTF-8 cannot carry.
    static String hash(String text) {
        ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
        units.asCharBuffer().put(text);
        return HexFormat.of().formatHex(BoundedText.sha256().digest(units.array()));
    }
}
