package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Spool;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ReportBody;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanReportCodec;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What of a scan is too large for a table, each object named by its scan and the SHA-256 of its bytes, so that one that is
 * not what was recorded shows, and that no two scans share one.
 */
final class ReportObjects {
    /** Up to here an object is held in memory; a larger one is fetched again whenever its findings are wanted. */
    static final int HELD = 8 << 20;

    private static final int BUFFER = 1 << 16;
    // Readers of results pass over what begins with an underscore.
    private static final String PREFIX = ResultPlace.PREFIX + "_history/";

    private final Bucket bucket;
    private final int mostHeld;

    /** @param mostHeld bytes up to which an object is held in memory */
    ReportObjects(Bucket bucket, int mostHeld) {
        this.bucket = bucket;
        this.mostHeld = mostHeld;
    }

    /** Keeps an object and returns its key; one of the same name is the same object, kept by an earlier attempt. */
    String keep(ScanId scan, String suffix, Spool.Content content) throws IOException {
        try (Spool spool = Spool.of(content)) {
            String key = PREFIX + scan + "/_" + spool.sha256Hex() + suffix;
            bucket.make(key, "application/gzip", Map.of(), spool.body());
            return key;
        }
    }

    /** @throws CorruptHistoryException if the object is missing or its bytes are others than were recorded */
    ScanReport report(String key) {
        String where = where(key);
        Optional<byte[]> held = check(key, where);
        ReportBody body = held.<ReportBody>map(bytes -> () -> new ByteArrayInputStream(bytes))
                .orElseGet(() -> () -> open(key, where));
        return ScanReportCodec.read(body, where);
    }

    /** @throws CorruptHistoryException if the object is missing, too large for a document, or not what was recorded */
    byte[] document(String key) {
        String where = where(key);
        return check(key, where)
                .orElseThrow(() -> new CorruptHistoryException("is larger than any that was recorded", where, null));
    }

    private String where(String key) {
        return "object " + key + " in bucket " + bucket.name();
    }

    // The bytes if there are not too many; the hash is that of the name either way.
    private Optional<byte[]> check(String key, String where) {
        MessageDigest digest = BoundedText.sha256();
        byte[] held = new byte[BUFFER];
        long size = 0;
        try (InputStream in = open(key, where)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                if (size + read <= mostHeld) {
                    if (size + read > held.length) {
                        held = Arrays.copyOf(held, Math.max(2 * held.length, (int) size + read));
                    }
                    System.arraycopy(buffer, 0, held, (int) size, read);
                }
                size += read;
            }
        } catch (IOException e) {
            throw new CorruptHistoryException("cannot be read: " + e.getMessage(), where, e);
        }
        String name = key.substring(key.lastIndexOf("/_") + 2);
        if (!name.startsWith(HexFormat.of().formatHex(digest.digest()))) {
            throw new CorruptHistoryException("has another SHA-256 than the one recorded", where, null);
        }
        return size <= mostHeld ? Optional.of(Arrays.copyOf(held, (int) size)) : Optional.empty();
    }

    private InputStream open(String key, String where) {
        return new Reached(ANSWERS.of(() -> bucket.open(key))
                .orElseThrow(() -> new CorruptHistoryException(
                        "is missing; it may have been deleted, or have expired by a rule of the bucket", where, null)));
    }

    /** A connection that breaks while a report is read makes the history unavailable, and the report no worse. */
    private static final class Reached extends FilterInputStream {
        Reached(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (AwsException failure) {
                throw new HistoryUnavailableException(failure.advice(), failure);
            }
        }
    }
}
