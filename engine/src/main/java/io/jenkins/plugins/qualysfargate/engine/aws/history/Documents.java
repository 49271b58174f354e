package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecordCodec;
import io.jenkins.plugins.qualysfargate.engine.history.ScanReportCodec;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items that hold what was said of each scan; what is large is an object that the item names. */
final class Documents {
    /** A larger document becomes an object, so that an item never comes near the 400 KB that it may have. */
    private static final int LARGEST_IN_ITEM = 64_000;

    private static final int SCHEMA_VERSION = 1;
    private static final String VERSION = "schemaVersion";
    private static final String DOCUMENT = "document";
    static final String DOCUMENT_KEY = "documentKey";
    static final String REPORT_KEY = "reportKey";

    private final Table table;
    private final ReportObjects objects;
    private final Clock clock;

    Documents(Table table, ReportObjects objects, Clock clock) {
        this.table = table;
        this.objects = objects;
        this.clock = clock;
    }

    /** Writes what is too large for an item, and returns the item. */
    Item prepare(ScanRecord scan, @Nullable String resultKey) throws IOException {
        Item item = HistoryKeys.scan(scan.id()).with(VERSION, SCHEMA_VERSION).with("resultKey", resultKey);
        ScanReport report = scan.image().report();
        if (report != null) {
            item = item.with(
                    REPORT_KEY, objects.keep(scan.id(), ".json.gz", out -> ScanReportCodec.write(report, out)));
        }
        byte[] document = ScanRecordCodec.write(scan);
        return document.length <= LARGEST_IN_ITEM
                ? item.with(DOCUMENT, document)
                : item.with(DOCUMENT_KEY, objects.keep(scan.id(), ".record.json.gz", out -> out.write(document)));
    }

    boolean exists(ScanId id) {
        return item(id).isPresent();
    }

    Optional<ScanRecord> find(ScanId id) {
        return item(id).map(item -> decode(id, item));
    }

    private Optional<Item> item(ScanId id) {
        return table.get(HistoryKeys.scan(id)).filter(item -> !ScanItems.expired(item, clock.instant()));
    }

    private ScanRecord decode(ScanId id, Item item) {
        String where = "scan " + id + " in table " + table.name();
        ANSWERS.reading(where, () -> checkVersion(item));
        byte[] document = item.has(DOCUMENT_KEY)
                ? objects.document(ANSWERS.reading(where, () -> item.text(DOCUMENT_KEY)))
                : ANSWERS.reading(where, () -> item.bytes(DOCUMENT));
        ScanReport report =
                item.has(REPORT_KEY) ? objects.report(ANSWERS.reading(where, () -> item.text(REPORT_KEY))) : null;
        ScanRecord scan = ScanRecordCodec.read(document, report, where);
        if (!scan.id().equals(id)) {
            throw new CorruptHistoryException("holds the record of " + scan.id(), where, null);
        }
        return scan;
    }

    private static long checkVersion(Item item) {
        long version = item.number(VERSION);
        if (version != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schema version " + version + " is not known here, only "
                    + SCHEMA_VERSION + ": it was written by another version of this program");
        }
        return version;
    }
}
