package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.outbox.TableOutbox;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Transaction;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ImageName;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Saves scans: objects first, then everything else in one transaction. Whatever dies on the way, an item never names an
 * object that is not there, and saving again under the same id does nothing twice.
 */
final class Recording {
    // The transaction has 4 MB; with these pieces of 200 KB it stays far below.
    private static final int PIECES_IN_TRANSACTION = 8;

    private final CloudHistorySettings settings;
    private final Stores stores;
    private final SightingLog sightings;
    private final Documents documents;
    private final Registers registers;
    private final Clock clock;

    Recording(CloudHistorySettings settings, Stores stores, Documents documents, Registers registers, Clock clock) {
        this.settings = settings;
        this.stores = stores;
        this.sightings = new SightingLog(stores.table);
        this.documents = documents;
        this.registers = registers;
        this.clock = clock;
    }

    /** Where the parts of a scan go. */
    record Stores(Table table, ScanCache cache, ResultObjects results, TableOutbox outbox) {}

    /** What has to know of a scan before it is there. */
    record Registers(Days days, Names names) {}

    ScanId record(ScanRecord scan, List<OutboxMessage> messages, List<RawReport> raw) {
        if (!documents.exists(scan.id())) {
            try {
                save(scan, messages, raw);
            } catch (IOException e) {
                throw new HistoryUnavailableException(
                        "Tried to put scan " + scan.id()
                                + " together in the directory for temporary files, but failed: " + e
                                + ". Check that java.io.tmpdir can be written and has free space.",
                        e);
            }
        }
        return scan.id();
    }

    private void save(ScanRecord scan, List<OutboxMessage> messages, List<RawReport> raw) throws IOException {
        HistoryLine line = HistoryLine.of(scan);
        ImageName image = line.image();
        registers.days.use(line.scan());
        if (image != null) {
            registers.names.use(image.place());
        }
        List<Item> news = news(scan, image);
        Item document = documents.prepare(scan, keepResult(scan, raw));
        List<String> objects = Stream.of(Documents.REPORT_KEY, Documents.DOCUMENT_KEY)
                .map(document::optionalText)
                .flatMap(Stream::ofNullable)
                .toList();
        Instant until = expiry(line);
        List<Item> items = new ArrayList<>(ScanItems.lines(line, objects, until));
        int inside = Math.min(news.size(), PIECES_IN_TRANSACTION);
        items.addAll(news.subList(0, inside));
        news.subList(inside, news.size()).forEach(stores.table::put);
        commit(ScanItems.expiring(document, until), items, messages);
    }

    // Not before its time is over since it was saved either, so that what is brought in late is kept too.
    private @Nullable Instant expiry(HistoryLine line) {
        Instant now = clock.instant();
        Instant judged = line.scan().judgedAt();
        return settings.retention() == null ? null : (judged.isAfter(now) ? judged : now).plus(settings.retention());
    }

    private List<Item> news(ScanRecord scan, @Nullable ImageName image) {
        ScanReport report = scan.image().report();
        return image != null && report != null && scan.complete()
                ? sightings.news(image.place(), scan.id(), report.findings(), scan.scannedAt())
                : List.of();
    }

    private @Nullable String keepResult(ScanRecord scan, List<RawReport> raw) throws IOException {
        Optional<ResultPlace> place = ResultPlace.of(scan, settings);
        if (place.isEmpty()) {
            return null;
        }
        String key = stores.results.keep(scan, place.get());
        stores.results.keep(key, raw);
        stores.cache.keep(scan, place.get(), key);
        return key;
    }

    private void commit(Item document, List<Item> items, List<OutboxMessage> messages) {
        Transaction transaction = new Transaction(stores.table)
                .put(
                        stores.table,
                        document,
                        Expression.of("attribute_not_exists(#pk) OR #ttl <= :now")
                                .with(":now", clock.instant().getEpochSecond()));
        items.forEach(item -> transaction.put(stores.table, item, null));
        int first = transaction.size();
        messages.forEach(message -> stores.outbox.save(message, transaction));
        List<Integer> refused = transaction.commit();
        // Place 0 is the document: somebody has saved the scan already, for example an attempt whose answer was lost.
        if (!refused.isEmpty() && refused.get(0) != 0) {
            List<OutboxMessage> unsaid = new ArrayList<>(messages);
            refused.forEach(place -> unsaid.remove(messages.get(place - first)));
            commit(document, items, unsaid);
        }
    }
}
