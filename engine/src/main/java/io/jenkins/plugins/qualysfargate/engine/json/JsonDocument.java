package io.jenkins.plugins.qualysfargate.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One JSON file that is read once, from its first byte to its last, within limits. */
public final class JsonDocument {
    /** Jackson's input buffer: how far the parser may have read ahead of the token it stands on. */
    private static final int READ_AHEAD = 16 * 1024;

    private static final String RUN_AGAIN = "Run the scan again and check that its output is not cut off or replaced.";

    private final Path file;
    private final ReadLimits limits;
    private final Source source;

    public JsonDocument(Path file, ReadLimits limits) {
        this(file, limits, () -> new FileInputStream(file.toFile()));
    }

    /**
     * A document that the file does not hold as it is: compressed, or only parts of it.
     *
     * @param limits for the size of the file, and for what the source makes of it
     */
    public JsonDocument(Path file, ReadLimits limits, Source source) {
        this.file = file;
        this.limits = limits;
        this.source = source;
    }

    /** Makes the bytes of the document from its file; called once for each time that it is read. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Reads the one value that the document is; it starts afresh when it is called a second time. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonCursor cursor) throws IOException;
    }

    /**
     * Opens the file, hands the cursor on the first token to the reader, and makes sure that nothing follows.
     *
     * @throws UnreadableReportException if there is no such file, or it is empty, no JSON, cut off or over the limits
     */
    public <T> T read(Reader<T> reader) throws UnreadableReportException {
        check();
        try {
            try {
                return read(reader, Math.max(0, (long) limits.string() - READ_AHEAD));
            } catch (ExactReadNeededException suspicious) {
                return read(reader, JsonCursor.EXAMINE_ALL);
            }
        } catch (UnreadableReportException already) {
            throw already;
        } catch (StreamConstraintsException over) {
            throw overLimits(over.getOriginalMessage());
        } catch (JsonEOFException cut) {
            throw malformed("it ends in the middle, so it was cut off" + at(cut), RUN_AGAIN);
        } catch (JsonProcessingException broken) {
            throw malformed("it is not JSON" + at(broken) + startsLikeHtml(), RUN_AGAIN);
        } catch (CharacterCodingException broken) {
            throw malformed("it is not UTF-8", RUN_AGAIN);
        } catch (IOException failed) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT,
                    "Cannot read " + file + ": " + failed.getClass().getSimpleName() + " " + failed.getMessage(),
                    "Check the disk and the permissions of the file, then run the scan again.");
        }
    }

    private <T> T read(Reader<T> reader, long suspiciousBytes) throws IOException {
        JsonFactory factory = factory(limits);
        try (InputStream in = source.open();
                CountingInputStream counted = new CountingInputStream(in);
                JsonParser parser = factory.createParser(counted)) {
            JsonCursor cursor = new JsonCursor(file, parser, counted, limits.string(), suspiciousBytes);
            cursor.next();
            T value = reader.read(cursor);
            if (cursor.next() != null) {
                throw cursor.malformed("more follows after the end of the document");
            }
            return value;
        }
    }

    private static JsonFactory factory(ReadLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.string())
                        .maxDocumentLength(limits.bytes())
                        .build())
                .build();
    }

    private void check() throws UnreadableReportException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT,
                    Files.exists(file) ? file + " is not a regular file." : "There is no file " + file + ".",
                    "Check the path, and that the scanner wrote its report there.");
        }
        long size = file.toFile().length();
        if (size == 0) {
            throw malformed("it is empty", "Run the scan again; the scanner or the disk gave up before writing.");
        }
        if (size > limits.bytes()) {
            throw overLimits("it has " + size + " bytes, at most " + limits.bytes() + " are read");
        }
        refuseOtherEncodings();
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1); the parser would guess UTF-16 and UTF-32 from their zero bytes. */
    private void refuseOtherEncodings() throws UnreadableReportException {
        byte[] head = head();
        boolean zeroByte = (head.length > 0 && head[0] == 0) || (head.length > 1 && head[1] == 0);
        boolean utf16Mark = head.length > 1
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        if (zeroByte || utf16Mark) {
            throw malformed(
                    "it is not UTF-8",
                    "Write the report without a redirection that changes its encoding (PowerShell's > does).");
        }
    }

    private byte[] head() throws UnreadableReportException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readNBytes(512);
        } catch (IOException failed) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT,
                    "Cannot read " + file + ": " + failed.getMessage(),
                    "Check the permissions of the file.");
        }
    }

    private String startsLikeHtml() throws UnreadableReportException {
        String start = new String(head(), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? " but an HTML page: a proxy or gateway answered instead of the service"
                : "";
    }

    private static String at(JsonProcessingException broken) {
        var location = broken.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private UnreadableReportException malformed(String problem, String howToFix) {
        return new UnreadableReportException(
                IndeterminateCause.MALFORMED_REPORT, "Cannot judge " + file + ": " + problem + ".", howToFix);
    }

    private UnreadableReportException overLimits(String problem) {
        return new UnreadableReportException(
                IndeterminateCause.OUT_OF_LIMITS,
                "Cannot judge " + file + ": it is over the limits (" + problem + ").",
                "A report of this size is refused, because it could exhaust the machine. Scan fewer layers or packages"
                        + " at once, or report the file if it is genuine.");
    }
}
