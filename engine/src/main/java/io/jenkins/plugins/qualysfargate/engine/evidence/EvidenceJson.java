package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A report as JSON with its own SHA-256: {@code {"report":…,"sha256":"…"}} and a line break, where the hash is over exactly the
 * bytes of the report's object.
 */
public final class EvidenceJson {
    private static final String BEFORE = "{\"report\":";
    private static final String BETWEEN = ",\"sha256\":\"";
    private static final String AFTER = "\"}\n";
    private static final int HASH_LENGTH = 64;

    private EvidenceJson() {}

    /** Writes the report and leaves the stream open. */
    public static void write(PeriodReport report, OutputStream out) throws IOException {
        MessageDigest digest = BoundedText.sha256();
        out.write(BEFORE.getBytes(StandardCharsets.UTF_8));
        DigestOutputStream hashed = new DigestOutputStream(new Open(out), digest);
        RecordJson.write(hashed, report);
        hashed.flush();
        String hash = HexFormat.of().formatHex(digest.digest());
        out.write((BETWEEN + hash + AFTER).getBytes(StandardCharsets.UTF_8));
    }

    /** Passes on whole arrays, and is not closed. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * A report that was written so.
     *
     * @throws IllegalArgumentException if it was not, or was changed since
     */
    public static PeriodReport read(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        int end = text.length() - AFTER.length() - HASH_LENGTH - BETWEEN.length();
        if (!text.startsWith(BEFORE)
                || !text.endsWith(AFTER)
                || end < BEFORE.length()
                || !text.startsWith(BETWEEN, end)) {
            throw new IllegalArgumentException(
                    "Tried to read a report, but it is not as this program writes it: it begins" + " with " + BEFORE
                            + " and ends with its sha256 and a line break. Take the file as it was written.");
        }
        String report = text.substring(BEFORE.length(), end);
        String stated = text.substring(end + BETWEEN.length(), text.length() - AFTER.length());
        String actual = HexFormat.of().formatHex(BoundedText.sha256().digest(report.getBytes(StandardCharsets.UTF_8)));
        if (!stated.equals(actual)) {
            throw new IllegalArgumentException("The report was changed since it was written: its SHA-256 is " + actual
                    + ", and it says " + stated + ".");
        }
        return RecordJson.read(report, PeriodReport.class);
    }
}
