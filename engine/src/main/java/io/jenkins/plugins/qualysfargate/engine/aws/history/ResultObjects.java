package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Spool;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The results in the bucket for readers of the original scanner's objects; every scan has its own, and none is overwritten. */
final class ResultObjects {
    /** Seconds that are tried; so many scans of one digest within a minute are none that anybody needs. */
    private static final int SECONDS = 60;

    private static final String SCAN = "scan-id";

    private final Bucket bucket;

    ResultObjects(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Keeps the result under the second of the scan, or the next free one, and returns its key. */
    String keep(ScanRecord scan, ResultPlace place) throws IOException {
        try (Spool spool = Spool.of(out -> ResultJson.write(scan, place, out))) {
            Map<String, String> metadata = Map.of(SCAN, scan.id().value());
            for (int second = 0; second < SECONDS; second++) {
                Instant time = scan.scannedAt().plusSeconds(second);
                String key = place.key(time);
                if (bucket.make(key, "application/json", metadata, spool.body()) || isOf(scan, key)) {
                    return key;
                }
            }
        }
        throw new HistoryUnavailableException(
                "Tried to keep the result of scan " + scan.id() + " in bucket " + bucket.name() + ", but "
                        + place.key(scan.scannedAt()) + " and the " + (SECONDS - 1)
                        + " seconds after it are taken. Look at what scans the same image so often.",
                null);
    }

    // Kept by an earlier attempt whose answer was lost, or before a crash.
    private boolean isOf(ScanRecord scan, String key) {
        return bucket.metadata(key)
                .map(metadata -> scan.id().value().equals(metadata.get(SCAN)))
                .orElse(false);
    }

    /** Keeps the scanner's own files beside the result. */
    void keep(String resultKey, List<RawReport> reports) throws IOException {
        for (RawReport report : reports) {
            try (Spool spool = Spool.of(out -> compress(report, out))) {
                bucket.make(ResultPlace.raw(resultKey, report.name()), "application/gzip", Map.of(), spool.body());
            }
        }
    }

    private static void compress(RawReport report, OutputStream out) throws IOException {
        try (InputStream in = report.content().open();
                GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            in.transferTo(gzip);
        }
    }
}
