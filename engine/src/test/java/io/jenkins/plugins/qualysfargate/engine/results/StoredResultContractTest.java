package io.jenkins.plugins.qualysfargate.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.report.Golden;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored files, the pages, the golden samples and the schemas of the contract say the same. */
class StoredResultContractTest {
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final Path SAVED = Path.of(
            "src/test/resources/io/jenkins/plugins/qualysfargate/engine/results/StoredResult/saved-by-schema-1");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    @TempDir
    private Path home;

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("everything", Runs.ofEverything(), Map.of()),
                Arguments.of("second-page", Runs.ofEverything(), Map.of("sort", "id", "offset", "2", "limit", "1")),
                Arguments.of("nothing-compared", Runs.of(Runs.SOME), Map.of("new", "true")),
                Arguments.of("nothing-found", Runs.of(List.of()), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldKeepToTheSchemaAndTheSample(String name, GateRun run, Map<String, String> query) throws Exception {
        JsonNode page = page(run, query);
        assertValid(pageSchema(), page);
        Golden.assertUnchanged(
                CONTRACTS.resolve("samples/finding-page/" + name + ".json"),
                JSON.writer(new DefaultPrettyPrinter()
                                        .withObjectIndenter(INDENTER)
                                        .withArrayIndenter(INDENTER))
                                .writeValueAsString(page)
                        + "\n");
    }

    static List<String> hostile() {
        return List.of(
                "</script><img src=x onerror=alert(1)>",
                "{{constructor.constructor('alert(1)')()}}",
                "\" onmouseover=\"alert(1)\n',/*",
                "\u0000\u0007\u001B]0;title\u0007\u202E\u2066\uFEFF\uFFFF\uD800",
                "\uDFFF\uD83D\uDE00\u2028\u2029\u0085",
                "x".repeat(1 << 20),
                "\u20AC".repeat(1 << 19),
                "\uD83D\uDE00".repeat(1 << 18));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void shouldKeepToTheSchemaWhateverAScannerWrote(String text) throws Exception {
        AffectedPackage part = new AffectedPackage(text, text, text, text, text);
        Finding finding = new Finding(
                text,
                Severity.CRITICAL,
                text,
                Collections.nCopies(30, text),
                1.0,
                9.8,
                Collections.nCopies(30, part),
                true,
                true);
        GateRun run = new Runs()
                .image(
                        Runs.report(
                                List.of(finding),
                                List.of(new Secret(text, text, Severity.HIGH, text, text, 1, 2)),
                                List.of(new Malware(text, Severity.HIGH, text))),
                        null)
                .run();

        JsonNode page = page(run, Map.of());
        assertValid(pageSchema(), page);
        assertThat(page.get("rows")).hasSize(3);
        assertThat(page.toString()).hasSizeLessThan(100_000);
        assertThat(page.toString().codePoints())
                .as("controls, and marks that change the direction of text")
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE
                        || (point >= 0x202A && point <= 0x202E)
                        || (point >= 0x2066 && point <= 0x2069));
        assertStoredFilesAreValid(home.resolve("result"));
    }

    @Test
    void shouldKeepFilesInTheShapeOfTheContract() throws Exception {
        StoredResult.write(everythingAndNothing(), home.resolve("result"));
        assertStoredFilesAreValid(home.resolve("result"));
    }

    @Test
    void shouldReadWhatSchemaVersion1Saved() throws Exception {
        StoredResult.write(everythingAndNothing(), home.resolve("result"));
        StoredResult now = StoredResult.open(home.resolve("result"));
        StoredResult saved = StoredResult.open(SAVED);

        assertThat(saved.verdict()).isEqualTo(now.verdict());
        assertThat(saved.reason()).isEqualTo(now.reason());
        assertThat(saved.images()).isEqualTo(now.images());
        for (SortKey key : SortKey.values()) {
            FindingQuery query = FindingQuery.parse(Map.of("sort", key.word()));
            assertThat(saved.page(0, query)).isEqualTo(now.page(0, query));
        }
        assertStoredFilesAreValid(SAVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/total",
                "/bySeverity/unknown",
                "/undecided",
                "/rows/0/cut",
                "/rows/2/packages/0/path",
                "/rows/0/place/path"
            })
    void shouldBeRejectedByTheSchemaWhenAKeyIsMissing(String pointer) throws Exception {
        JsonNode page = page(Runs.ofEverything(), Map.of());
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = page.at(pointer.substring(0, slash));
        assertThat(((ObjectNode) parent).remove(pointer.substring(slash + 1))).isNotNull();
        assertThat(pageSchema().validate(page)).isNotEmpty();
    }

    private static GateRun everythingAndNothing() {
        GateRun everything = Runs.ofEverything();
        var image = everything.outcome().images().get(0);
        return new Runs()
                .image(image, everything.baselineOf(image))
                .imageWithoutReport()
                .run();
    }

    private JsonNode page(GateRun run, Map<String, String> query) throws Exception {
        StoredResult.write(run, home.resolve("result"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FindingPageJson.write(StoredResult.open(home.resolve("result")).page(0, FindingQuery.parse(query)), out);
        return JSON.readTree(out.toByteArray());
    }

    private static void assertStoredFilesAreValid(Path directory) throws IOException {
        String schema = Files.readString(CONTRACTS.resolve("stored-result.schema.json"));
        assertValid(schema(schema), JSON.readTree(unzipped(directory.resolve("result.json.gz"))));
        JsonSchema row = schema("{\"$ref\":\"#/$defs/row\"," + schema.substring(schema.indexOf("\"$defs\"")));
        List<String> lines =
                unzipped(directory.resolve("findings-1.jsonl.gz")).lines().toList();
        assertThat(lines).isNotEmpty();
        assertThat(row.validate(JSON.readTree("{\"kind\":\"finding\"}"))).isNotEmpty();
        for (String line : lines) {
            assertValid(row, JSON.readTree(line));
        }
        assertValid(
                schema(Files.readString(CONTRACTS.resolve("verdict.schema.json"))),
                JSON.readTree(Files.readString(directory.resolve("verdict.json"))));
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonSchema pageSchema() throws IOException {
        return schema(Files.readString(CONTRACTS.resolve("finding-page.schema.json")));
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static void assertValid(JsonSchema schema, JsonNode json) {
        assertThat(schema.validate(json)).isEmpty();
    }
}
