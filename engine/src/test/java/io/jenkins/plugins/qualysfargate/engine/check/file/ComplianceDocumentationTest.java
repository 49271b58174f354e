package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplianceDocumentationTest {
    private static final Path PAGE = Path.of("../docs/user/compliance.md");
    private static final Path SCHEMA = Path.of("../contracts/compliance.schema.json");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldShowOnlyFilesThatAreReadWithoutDoubts(String example) {
        assertThat(Sample.warnings(example)).isEmpty();
        assertThat(ComplianceContractTest.SCHEMA.validate(JsonOfYaml.json(example)))
                .isEmpty();
    }

    @Test
    void shouldBeginWithAFileOfTenLines() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(1);
        assertThat(examples().get(0).lines()).hasSize(10);
    }

    @Test
    void shouldExplainEveryKeyAndWord() throws IOException {
        Set<String> words = new HashSet<>();
        collect(new JsonMapper().readTree(Files.readString(SCHEMA)), words);

        String page = Files.readString(PAGE);
        assertThat(words).hasSizeGreaterThan(80).allSatisfy(word -> assertThat(page)
                .as("the page on %s", word)
                .containsPattern("`[^`\n]*\\b" + Pattern.quote(word) + "\\b[^`\n]*`"));
    }

    @Test
    void shouldExplainEveryVerdictInTheOrderOfTheirKinds() throws IOException {
        List<String> explained = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        Arrays.stream(OccurrenceState.values()).map(Enum::name).toList());
    }

    /** The keys of all objects, and the words that a value may be. */
    private static void collect(JsonNode node, Set<String> into) {
        node.path("properties").fieldNames().forEachRemaining(into::add);
        node.path("enum").forEach(each -> into.add(each.asText()));
        if (node.path("const").isTextual()) {
            into.add(node.get("const").asText());
        }
        node.forEach(each -> collect(each, into));
    }
}
