package io.jenkins.plugins.qualysfargate.engine.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A report as gzip-compressed JSON ({@code contracts/scan-report.schema.json}) and back, without holding its findings in
 * memory; equal reports give equal bytes.
 */
public final class ScanReportCodec {
    public static final int SCHEMA_VERSION = 1;

    /** Up to here findings are read at once, so that damage shows before anything is judged, and take some megabytes. */
    static final long READ_AT_ONCE = 5_000;

    private static final int BUFFER = 1 << 16;

    private ScanReportCodec() {}

    /**
     * Writes the whole report and leaves the stream open.
     *
     * @throws IllegalArgumentException if the report gives another number of findings than it says
     */
    public static void write(ScanReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonItem.MAPPER.createGenerator(new FastGzip(new LeftOpen(out)))) {
            json.writeStartObject();
            ReportHead.write(json, report);
            json.writeArrayFieldStart("findings");
            long written = 0;
            for (Finding finding : report.findings()) {
                FindingJson.write(json, finding);
                written++;
            }
            json.writeEndArray();
            json.writeEndObject();
            if (written != report.findings().count()) {
                throw new IllegalArgumentException(
                        "the report says it has " + report.findings().count() + " findings and gave " + written);
            }
        }
    }

    /**
     * Reads a report; a large one keeps its findings in the body, which must stay readable as long as they are wanted.
     *
     * @param where what the body is, for messages
     * @throws CorruptHistoryException if it is not a report of a known schema, whole and in its limits
     */
    public static ScanReport read(ReportBody body, String where) {
        return reading(where, () -> {
            ReportHead head = new ReportHead();
            try (JsonParser json = parser(body)) {
                head.readUpToFindings(json);
            }
            StoredFindings stored = new StoredFindings(body, where, head.findingCount());
            return head.with(stored.count() > READ_AT_ONCE ? stored : Findings.of(all(stored)));
        });
    }

    private static List<Finding> all(StoredFindings stored) {
        List<Finding> findings = new ArrayList<>();
        stored.forEach(findings::add);
        return findings;
    }

    static JsonParser parser(ReportBody body) throws IOException {
        InputStream raw = body.open();
        boolean opened = false;
        try {
            JsonParser parser = JsonItem.MAPPER.createParser(new GZIPInputStream(raw, BUFFER));
            opened = true;
            return parser;
        } finally {
            if (!opened) {
                raw.close();
            }
        }
    }

    /** A step of reading. */
    interface Step<T> {
        T run() throws IOException;
    }

    /** Runs a step of reading; whatever is wrong with what it reads becomes one kind of exception. */
    static <T> T reading(String where, Step<T> step) {
        try {
            return step.run();
        } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new CorruptHistoryException("is not what was recorded: " + e.getMessage(), where, e);
        }
    }

    /** The fastest level: a report shrinks to a tenth all the same, and recording one does not wait for more. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
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
}
