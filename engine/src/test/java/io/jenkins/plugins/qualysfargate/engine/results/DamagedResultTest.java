package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the files of a result, it is told, and nothing that was not written is shown. */
class DamagedResultTest {
    private static final String VERDICT = "verdict.json";
    private static final String INDEX = "result.json.gz";
    private static final String ROWS = "findings-1.jsonl.gz";

    @TempDir
    private Path home;

    private Path directory = Path.of("");
    private String whole = "";

    @BeforeEach
    void write() throws Exception {
        directory = home.resolve("result");
        StoredResult.write(Runs.ofEverything(), directory);
        whole = shown();
    }

    @Test
    void shouldSayThatThereIsNoResult() {
        assertThatThrownBy(() -> StoredResult.open(home.resolve("nowhere")))
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContainingAll(
                        "Could not open the stored result",
                        "nowhere",
                        "There is no file result.json.gz.",
                        "scan again");
    }

    @ParameterizedTest
    @ValueSource(strings = {VERDICT, INDEX, ROWS})
    void shouldRefuseAResultWithAMissingFile(String name) throws IOException {
        Files.delete(directory.resolve(name));

        assertThatThrownBy(() -> StoredResult.open(directory))
                .isInstanceOfSatisfying(ResultUnavailableException.class, e -> {
                    assertThat(e.file()).isEqualTo(directory.resolve(name).toString());
                    assertThat(e.why()).isEqualTo("There is no file " + name + ".");
                    assertThat(e.attempted()).isNotEmpty();
                    assertThat(e.howToFix()).contains("scan again");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {VERDICT, INDEX, ROWS})
    void shouldRefuseAnEmptiedFile(String name) throws IOException {
        Files.write(directory.resolve(name), new byte[0]);

        assertThatThrownBy(this::shown).isInstanceOf(ResultUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {VERDICT, INDEX, ROWS})
    void shouldRefuseADirectoryInPlaceOfAFile(String name) throws IOException {
        Files.delete(directory.resolve(name));
        Files.createDirectory(directory.resolve(name));

        assertThatThrownBy(this::shown).isInstanceOf(ResultUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {VERDICT, INDEX, ROWS})
    void shouldRefuseAFileThatIsCutAnywhereOrGoesOn(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name));
        for (int length = 1; length < bytes.length; length += 1 + bytes.length / 100) {
            Files.write(directory.resolve(name), Arrays.copyOf(bytes, length));
            assertThatThrownBy(this::shown)
                    .isInstanceOfSatisfying(
                            ResultUnavailableException.class,
                            e -> assertThat(e.why()).contains(" ").doesNotContain(home.toString()));
        }
        if (!name.equals(INDEX)) {
            Files.write(directory.resolve(name), Arrays.copyOf(bytes, bytes.length + 1));
            assertThatThrownBy(this::shown).isInstanceOf(ResultUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VERDICT, INDEX, ROWS})
    void shouldShowNothingElseWhereverABitIsTurned(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(name));
        int refused = 0;
        int tried = 0;
        for (int at = 0; at < bytes.length; at += 1 + bytes.length / 250) {
            byte[] turned = bytes.clone();
            turned[at] ^= (byte) (1 << (at % 8));
            Files.write(directory.resolve(name), turned);
            tried++;
            try {
                // The header of a gzip file names a time and a system, and its last byte of data has bits to spare.
                assertThat(shown()).isEqualTo(whole);
            } catch (ResultUnavailableException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(tried - 10);
    }

    @Test
    void shouldRefuseTheFilesOfAnotherRun() throws Exception {
        GateRun other = new Runs()
                .image(Runs.report(Runs.SOME.subList(0, 1), List.of(), List.of()), null)
                .run();
        StoredResult.write(other, home.resolve("other"));
        for (String name : new String[] {VERDICT, INDEX, ROWS}) {
            byte[] own = Files.readAllBytes(directory.resolve(name));
            Files.copy(
                    home.resolve("other").resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(this::shown).isInstanceOf(ResultUnavailableException.class);
            Files.write(directory.resolve(name), own);
        }
        assertThat(shown()).isEqualTo(whole);
    }

    @Test
    void shouldNotShowRowsThatWereExchangedAfterItWasOpened() throws Exception {
        StoredResult result = StoredResult.open(directory);
        byte[] bytes = Files.readAllBytes(directory.resolve(ROWS));
        bytes[bytes.length / 2] ^= 1;
        Files.write(directory.resolve(ROWS), bytes);

        assertThatThrownBy(() -> result.page(0, FindingQuery.DEFAULT))
                .isInstanceOfSatisfying(ResultUnavailableException.class, e -> {
                    assertThat(e.attempted()).isEqualTo("list the findings of image 1");
                    assertThat(e.why()).contains("SHA-256").doesNotContain(home.toString());
                });
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "-1", "1.0", "'\"1\"'", "null", "99999999999999999999"})
    void shouldRefuseAnotherSchemaVersion(String version) throws IOException {
        editIndex("\"schemaVersion\":1", "\"schemaVersion\":" + version);
        assertThatThrownBy(this::shown)
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContaining(INDEX);
    }

    @Test
    void shouldSayThatAnotherVersionOfTheProgramWroteIt() throws IOException {
        editIndex("\"schemaVersion\":1", "\"schemaVersion\":7");
        assertThatThrownBy(this::shown)
                .hasMessageContaining(
                        "Its schema version is 7, and only 1 is known here: it was written by another version of this program.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "verdict":{         | "verdict":{"bytes":1,
                    "verdict":{         | "verdikt":{
                    "images":[          | "images":7,"x":[
                    "baseline":         | "label":
                    "findings":5        | "findings":4
                    "findings":5        | "findings":-5
                    "findings":5        | "findings":"5"
                    "findings":5        | "findings":5.5
                    "secrets":2         | "secrets":3
                    "blocks":[[0,0]]    | "blocks":[]
                    "blocks":[[0,0]]    | "blocks":[[1,0]]
                    "blocks":[[0,0]]    | "blocks":[[0,0],[0,0]]
                    "blocks":[[0,0]]    | "blocks":[[0]]
                    "blocks":[[0,0]]    | "blocks":null
                    "sha256":"sha256:   | "sha256":"md5:
                    """)
    void shouldRefuseAnIndexThatIsNotOfItsShape(String written, String instead) throws IOException {
        editIndex(written, instead);
        assertThatThrownBy(this::shown).isInstanceOf(ResultUnavailableException.class);
    }

    @Test
    void shouldRefuseWhatUnpacksToMoreThanIsRead() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(INDEX)))) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 65; i++) {
                out.write(blanks);
            }
        }
        assertThatThrownBy(this::shown)
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContaining("over the limits");
    }

    /** A verdict is sealed, but who can write one file can write two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "verdict" : "FAIL"            | "verdict" : "PASS"
                    "verdict" : "FAIL"            | "verdict" : "GREEN"
                    "verdict" : "FAIL"            | "verdict" : null
                    "images" : [                  | "pictures" : [
                    "digest" : "sha256:           | "digest" : "
                    "platform" : "linux/amd64"    | "platform" : "amd64"
                    "critical" : 1                | "critical" : 0
                    "critical" : 1                | "critical" : null
                    "critical" : 1                | "critical" : "1"
                    "findings" : 5                | "findings" : 6
                    "secrets" : 2                 | "secrets" : null
                    "secrets" : 2                 | "secrets" : 3000000000
                    "severity" : "critical"       | "severity" : "CRITICAL"
                    "severity" : "critical"       | "severity" : "worst"
                    "omittedViolations" : 0       | "omittedViolations" : -1
                    "warnings" : [                | "warnings" : 0, "x" : [
                    "judgedAt" : "2026            | "judgedAt" : "soon
                    "scanTypes" : [               | "scanTypes" : [ "all",
                    "introduced" :                | "imported" :
                    "source" : "scan"             | "source" : "scan", "source" : "cache"
                    "schemaVersion" : 1           | "schemaVersion" : 2
                    "howToFix" :                  | "advice" :
                    """)
    void shouldRefuseAVerdictThatContradictsItselfEvenIfItIsSealed(String written, String instead) throws Exception {
        Path verdict = directory.resolve(VERDICT);
        String text = Files.readString(verdict);
        assertThat(text).contains(written);
        Files.writeString(verdict, text.replace(written, instead));
        FileSeal seal = FileSeal.of(verdict);
        editIndex(
                "\"verdict\":\\{.*?\\}",
                "\"verdict\":{\"bytes\":" + seal.bytes() + ",\"sha256\":\"" + seal.sha256() + "\"}");

        assertThatThrownBy(() -> StoredResult.open(directory))
                .isInstanceOf(ResultUnavailableException.class)
                .hasMessageContaining(VERDICT)
                .satisfies(
                        e -> assertThat(((ResultUnavailableException) e).why()).doesNotContain("SHA-256"));
    }

    private void editIndex(String pattern, String instead) throws IOException {
        String text;
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(directory.resolve(INDEX))))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String edited = text.contains(pattern) ? text.replace(pattern, instead) : text.replaceFirst(pattern, instead);
        assertThat(edited).isNotEqualTo(text);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(INDEX)))) {
            out.write(edited.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All that a page would show. */
    private String shown() throws IOException, ResultUnavailableException {
        StoredResult result = StoredResult.open(directory);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        FindingPageJson.write(result.page(0, FindingQuery.DEFAULT), json);
        return result.verdict() + result.reason() + result.images() + json.toString(StandardCharsets.UTF_8);
    }
}
