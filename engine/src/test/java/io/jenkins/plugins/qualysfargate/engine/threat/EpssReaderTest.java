package io.jenkins.plugins.qualysfargate.engine.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpssReaderTest {
    static final String HEAD = "#model_version:v2025.03.14,score_date:2026-01-21T12:55:00Z\ncve,epss,percentile\n";
    static final String SCORES =
            HEAD + "CVE-2021-44228,0.97,0.99999\nCVE-1999-0001,0.0142000000,0.8\nCVE-2024-123456789,1,1\n";

    private static FeedReading<EpssScores> read(byte[] bytes) {
        return EpssReader.read("epss.csv", new ByteArrayInputStream(bytes));
    }

    private static FeedReading<EpssScores> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EpssScores scores(FeedReading<EpssScores> reading) {
        return reading.fold(FeedReading.Loaded::feed, unusable -> {
            throw new AssertionError(unusable.problem());
        });
    }

    private static String problem(FeedReading<?> reading) {
        return reading.fold(loaded -> "", FeedReading.Unusable::problem);
    }

    static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void shouldReadScoresPackedOrNot() throws IOException {
        for (EpssScores scores : new EpssScores[] {scores(read(SCORES)), scores(read(packed(SCORES)))}) {
            assertThat(scores.size()).isEqualTo(3);
            assertThat(scores.scoredAt()).isEqualTo(Instant.parse("2026-01-21T12:55:00Z"));
            assertThat(scores.of("CVE-2021-44228")).hasValue(0.97);
            assertThat(scores.of("CVE-1999-0001")).hasValue(0.0142);
            assertThat(scores.of("CVE-2024-123456789")).hasValue(1);
            assertThat(scores.of("CVE-2021-44227")).isEmpty();
            assertThat(scores.of("CVE-2021-44229")).isEmpty();
            assertThat(scores.of("CVE-1998-0001")).isEmpty();
            assertThat(scores.of("GHSA-x")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-21,2026-01-21T00:00:00Z", "2026-01-21T00:00:00+0000,2026-01-21T00:00:00Z"})
    void shouldReadTheDateInBothOfItsForms(String date, Instant expected) {
        String text = "#model_version:v1,score_date:" + date + "\r\ncve,epss,percentile\r\nCVE-2021-44228,0.5,0.5\r\n";

        assertThat(scores(read(text)).scoredAt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0000001,0.000001", "0.5000001,0.500001", "1e-900,0.000001", "0,0", "0.00043,0.00043"})
    void shouldNeverRoundAScoreDown(String score, double expected) {
        assertThat(scores(read(HEAD + "CVE-2021-44228," + score + ",0\n")).of("CVE-2021-44228"))
                .hasValue(expected);
    }

    @Test
    void shouldTakeTheHigherOfTwoScores() {
        EpssScores scores = scores(read(HEAD + "CVE-2021-44228,0.9,0\nCVE-2021-44228,0.1,0\n"));

        assertThat(scores.of("CVE-2021-44228")).hasValue(0.9);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                    | does not tell the score_date",
                "<html>\\n                             | does not tell the score_date",
                "#score_date:2026-99-21\\n             | score_date is no time",
                "#score_date:2026-01-21\\n             | second line is not",
                "#score_date:2026-01-21\\ncve,epss\\n   | second line is not",
                "HEAD                                  | has no row",
                "HEADCVE-2021-44228,0.5\\n             | row 1 has 2 cells",
                "HEADCVE-2021-44228,1.5,0\\n           | '1.5' is not within 0 to 1",
                "HEADCVE-2021-44228,-0.5,0\\n          | '-0.5' is not within 0 to 1",
                "HEADCVE-2021-44228,high,0\\n          | 'high' is not a number",
                "HEADCVE-2021-44228,NaN,0\\n           | 'NaN' is not a number",
                "HEADlog4shell,0.5,0\\n                | 'log4shell' is not a CVE id",
                "HEADCVE-9999-44228,0.5,0\\n           | 'CVE-9999-44228' is not a CVE id",
                "HEADCVE-2021-44228,0.5,0              | was cut off"
            })
    void shouldRefuseWhatIsNotTheWholeFile(String text, String expected) {
        String filled = text.replace("HEAD", HEAD).replace("\\n", "\n");

        assertThat(problem(read(filled)))
                .startsWith("The threat feed epss.csv could not be read: ")
                .contains(expected);
    }

    @Test
    void shouldRefuseEveryPrefixOfAPackedFile() throws IOException {
        byte[] whole = packed(SCORES);
        for (int end = 0; end < whole.length; end++) {
            assertThat(problem(read(Arrays.copyOf(whole, end))))
                    .as("%d bytes", end)
                    .isNotEmpty();
        }
    }

    @Test
    void shouldRefuseEndlessLinesAndRows() {
        assertThat(problem(read(HEAD + "x".repeat(1_000_000)))).contains("more than 256 characters");
        assertThat(problem(read(HEAD + "CVE-2021-44228," + "0".repeat(100) + ",0\n")))
                .contains("at most 32 characters");
    }

    @Test
    void shouldKeepAWorldOfScoresInAFewMegabytes() {
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i < 300_000; i++) {
            many.append("CVE-2020-")
                    .append(1_000_000 - i)
                    .append(",0.")
                    .append(100_000 + i)
                    .append(",0.5\n");
        }

        EpssScores scores = scores(read(many.toString()));

        assertThat(scores.size()).isEqualTo(300_000);
        assertThat(scores.of("CVE-2020-1000000")).hasValue(0.1);
        assertThat(scores.of("CVE-2020-700001")).hasValue(0.399999);
    }
}
