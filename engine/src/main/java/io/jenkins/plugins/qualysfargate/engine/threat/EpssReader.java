package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the daily EPSS file of FIRST, {@code epss_scores-YYYY-MM-DD.csv}, packed with gzip or not, as a stream. */
public final class EpssReader {
    private static final int LONGEST_LINE = 256;
    // There are about 300,000 CVEs with a score.
    private static final int MOST_ROWS = 4_000_000;
    private static final int FIRST_ROWS = 1 << 16;
    private static final Pattern SCORE_DATE = Pattern.compile("#.*\\bscore_date:([0-9T:.Z+-]{10,40}).*");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXX");

    private EpssReader() {}

    /** @param source where it comes from, for messages */
    public static FeedReading<EpssScores> read(String source, InputStream in) {
        return FeedParser.read(source, in, EpssReader::parse);
    }

    static EpssScores parse(InputStream in) throws IOException {
        try (Reader reader = new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8))) {
            Instant scoredAt = scoreDate(line(reader));
            if (!"cve,epss,percentile".equals(line(reader))) {
                throw new MalformedFeedException("its second line is not cve,epss,percentile.");
            }
            return new EpssScores(rows(reader), scoredAt);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered) : buffered;
    }

    private static long[] rows(Reader reader) throws IOException {
        long[] packed = new long[FIRST_ROWS];
        int count = 0;
        for (String line = line(reader); line != null; line = line(reader)) {
            if (count == MOST_ROWS) {
                throw new MalformedFeedException("it has more than " + MOST_ROWS + " rows.");
            }
            if (count == packed.length) {
                packed = Arrays.copyOf(packed, 2 * count);
            }
            packed[count++] = row(line, count);
        }
        if (count == 0) {
            throw new MalformedFeedException("it has no row.");
        }
        return Arrays.copyOf(packed, count);
    }

    private static long row(String line, int number) throws MalformedFeedException {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw new MalformedFeedException("row " + number + " has " + cells.length + " cells and not 3.");
        }
        try {
            return PackedScore.of(cells[0], cells[1]);
        } catch (IllegalArgumentException e) {
            throw new MalformedFeedException("row " + number + ": " + e.getMessage() + ".");
        }
    }

    private static Instant scoreDate(@Nullable String comment) throws MalformedFeedException {
        Matcher matcher = SCORE_DATE.matcher(comment == null ? "" : comment);
        if (!matcher.matches()) {
            throw new MalformedFeedException("its first line does not tell the score_date.");
        }
        String text = matcher.group(1);
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text, WITH_OFFSET).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedFeedException("its score_date is no time (" + e.getMessage() + ").");
        }
    }

    /** Null at the end. A last line without its end is a file that was cut off. */
    private static @Nullable String line(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                if (line.isEmpty()) {
                    return null;
                }
                throw new MalformedFeedException("its last line has no end, so the file was cut off.");
            }
            if (line.length() == LONGEST_LINE) {
                throw new MalformedFeedException("it has a line of more than " + LONGEST_LINE + " characters.");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
