package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CloudFormation takes what is in {@code deploy/cloudformation}. */
class TemplatesTest {
    private static final Specification SPECIFICATION = new Specification();
    private static final Set<String> DEPLOYED_ALONE = Set.of("member.yaml", "qualys-fargate.yaml");

    static List<Template> templates() throws IOException {
        return Template.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldBeTakenByCloudFormation(Template template) {
        assertThat(template.resources()).isNotEmpty();
        assertThat(TemplateCheck.problems(template, SPECIFICATION)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldKeepTemplatesReadable(Template template) throws IOException {
        List<String> lines = Files.readAllLines(Template.DIRECTORY.resolve(template.name()));
        assertThat(lines).hasSizeLessThanOrEqualTo(400);
        assertThat(template.root().path("Description").asText()).endsWith(".").hasSizeLessThan(1024);
        assertThat(template.parameters()).allSatisfy((name, parameter) -> assertThat(
                        parameter.path("Description").asText())
                .as(name)
                .endsWith("."));
    }

    @Test
    void shouldHandEveryNestedStackExactlyTheParametersThatItTakes() throws IOException {
        Template root = Template.read("qualys-fargate.yaml");
        List<String> nested = new ArrayList<>(DEPLOYED_ALONE);
        for (JsonNode stack : root.resources().values()) {
            String file = stack.path("Properties").path("TemplateURL").asText();
            nested.add(file);
            JsonNode given = stack.path("Properties").path("Parameters");
            Set<String> names = new TreeSet<>();
            given.fieldNames().forEachRemaining(names::add);
            Map<String, JsonNode> taken = Template.read(file).parameters();
            assertThat(taken.keySet()).as(file).containsAll(names);
            taken.keySet().removeAll(names);
            assertThat(taken)
                    .as("parameters of %s without a value", file)
                    .allSatisfy((name, parameter) ->
                            assertThat(parameter.has("Default")).as(name).isTrue());
        }
        assertThat(nested)
                .containsExactlyInAnyOrderElementsOf(
                        templates().stream().map(Template::name).toList());
    }

    @Test
    void shouldAskNestedStacksOnlyForOutputsThatTheyHave() throws IOException {
        Template root = Template.read("qualys-fargate.yaml");
        for (Reference reference : Reference.in(root.root())) {
            if (reference.attribute().startsWith("Outputs.")) {
                String file = root.resource(reference.name())
                        .path("Properties")
                        .path("TemplateURL")
                        .asText();
                assertThat(Template.read(file).outputs())
                        .as(file)
                        .containsKey(reference.attribute().substring("Outputs.".length()));
            }
        }
    }

    @Test
    void shouldUseEveryOutputOfANestedStack() throws IOException {
        Template root = Template.read("qualys-fargate.yaml");
        List<Reference> asked = Reference.in(root.root());
        for (Map.Entry<String, JsonNode> stack : root.resources().entrySet()) {
            String file =
                    stack.getValue().path("Properties").path("TemplateURL").asText();
            for (String output : Template.read(file).outputs().keySet()) {
                assertThat(asked).contains(new Reference(Reference.Kind.VALUE, stack.getKey(), "Outputs." + output));
            }
        }
    }

    @Test
    void shouldOfferTheSameDefaultsAsTheNestedStacks() throws IOException {
        Template root = Template.read("qualys-fargate.yaml");
        for (Template template : templates()) {
            template.parameters().forEach((name, parameter) -> {
                JsonNode outer = root.parameter(name);
                if (!outer.isMissingNode() && parameter.has("Default")) {
                    assertThat(outer.path("Default"))
                            .as("%s in %s", name, template)
                            .isEqualTo(parameter.get("Default"));
                }
            });
        }
    }
}
