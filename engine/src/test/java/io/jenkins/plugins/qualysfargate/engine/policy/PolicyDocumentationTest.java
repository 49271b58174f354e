package io.jenkins.plugins.qualysfargate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDocumentationTest {
    private static final Path PAGE = Path.of("../docs/user/policy.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(fenced -> fenced.substring("```yaml\n".length(), fenced.length() - "```".length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldShowOnlyExamplesThatAreRead(String example) {
        assertThat(PolicyReader.read("policy.md", example))
                .isInstanceOfSatisfying(PolicyReading.Valid.class, it -> assertThat(it.warnings())
                        .isEmpty());
        assertThat(PolicyContractTest.SCHEMA.validate(JsonOfYaml.json(example))).isEmpty();
    }

    @Test
    void shouldExplainEveryKeyWithAnExample() throws IOException {
        JsonNode schema = new JsonMapper().readTree(Files.readString(Path.of("../contracts/policy.schema.json")));
        String page = Files.readString(PAGE);
        String shown = String.join("\n", examples());

        assertThat(schema.get("properties").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(page).containsPattern("(?m)^### .*`" + key + "`");
                    assertThat(shown).containsPattern("(?m)^" + key + ":");
                });
    }
}
