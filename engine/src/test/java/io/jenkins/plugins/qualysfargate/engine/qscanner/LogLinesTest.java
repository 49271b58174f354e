package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {
    private static final String SECRET = "s3cr3t/+\"token\\";

    private final List<String> log = new ArrayList<>();

    private LogLines lines(long maxBytes) {
        return new LogLines(log::add, new SecretMask(List.of(SECRET, "otherpassword")), maxBytes);
    }

    private void write(LogLines lines, String text, int piece) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += piece) {
            int count = Math.min(piece, bytes.length - at);
            byte[] part = new byte[count];
            System.arraycopy(bytes, at, part, 0, count);
            lines.write(part, 0, count);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8192})
    void shouldMaskAcrossPiecesOfAnySize(int piece) {
        LogLines lines = lines(1 << 20);
        write(lines, "a " + SECRET + " b\r\nÜnïcode ✓ otherpassword\rprogress\n\nlast", piece);
        lines.close();
        assertThat(log).containsExactly("a **** b", "Ünïcode ✓ ****", "progress", "", "last");
    }

    @Test
    void shouldMaskEncodedForms() {
        LogLines lines = lines(1 << 20);
        String basic = Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8));
        String json = "{\"p\": \"s3cr3t/+\\\"token\\\\\"}";
        write(lines, "Authorization: Basic " + basic + "\n" + json + "\ns3cr3t%2F%2B%22token%5C\n", 100);
        for (int before = 0; before < 6; before++) {
            String longer = "x".repeat(before) + SECRET + "y";
            write(lines, Base64.getUrlEncoder().encodeToString(longer.getBytes(StandardCharsets.UTF_8)) + "\n", 5);
        }
        lines.close();
        assertThat(log).hasSize(9).allMatch(line -> line.contains("****"));
        // What is left of base64 around the mask decides less than a character of the secret.
        assertThat(log.get(0).replace("Authorization: Basic ", "")).hasSizeLessThan(18);
    }

    @Test
    void shouldMaskUserAndPasswordInEveryAddress() {
        LogLines lines = lines(1 << 20);
        write(lines, "GET https://me:unknown@registry.example/v2/ and redis://:p@ss@host/0 but https://host/a@b\n", 9);
        lines.close();
        assertThat(log)
                .containsExactly("GET https://****@registry.example/v2/ and redis://****@host/0 but https://host/a@b");
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -14, -7, -1, 0, 1, 7, 500, 5000})
    void shouldMaskASecretAtTheEndOfALongLine(int offset) {
        LogLines lines = lines(1 << 20);
        // Masks are shorter than what they hide: many of them must not pull a cut secret into view.
        String before = (SECRET + " ").repeat(40);
        String filler = "x".repeat(LogLines.LONGEST_LINE + offset - before.length());
        write(lines, before + filler + SECRET + "y".repeat(100_000) + "\n", 1000);
        lines.close();
        assertThat(log).hasSize(1);
        assertThat(log.get(0))
                .endsWith("[line cut]")
                .doesNotContain("s3cr")
                .hasSizeLessThan(LogLines.LONGEST_LINE + 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 13})
    void shouldNotShowTheBeginningOfASecretThatTheWindowCuts(int shown) {
        LogLines lines = lines(1 << 20);
        // Characters of several bytes: the window is full of bytes long before the line is long in characters.
        String wide = "✓".repeat(2000);
        int window = LogLines.LONGEST_LINE + new SecretMask(List.of(SECRET, "otherpassword")).longest();
        String filler = "x".repeat(window - 3 * wide.length() - shown);
        write(lines, wide + filler + SECRET + "y".repeat(5000) + "\n", 1000);
        lines.close();
        assertThat(log).singleElement().asString().endsWith("x… [line cut]");
    }

    @Test
    void shouldRemoveControlCharactersBeforeMasking() {
        LogLines lines = lines(1 << 20);
        write(lines, "\u001b[31mred\u001b[0m other\u001b[1mpass\u0007word \u202Eevil\ttab\n", 4);
        lines.close();
        assertThat(log).containsExactly("red **** evil\ttab");
    }

    @Test
    void shouldCutTheLogAndKeepItsEnd() {
        LogLines lines = lines(1000);
        for (int i = 0; i < 5000; i++) {
            write(lines, "line " + i + " otherpassword\n", 64);
        }
        lines.close();
        assertThat(log).hasSizeLessThan(100).anyMatch(line -> line.contains("log cut after 1000 bytes"));
        assertThat(log.get(log.size() - 1)).isEqualTo("line 4999 ****");
        assertThat(log).contains("line 4980 ****").doesNotContain("line 4979 ****");
    }
}
