package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the page about the steps says is so. */
class StepsPageITest {
    private static final Path PAGE = Path.of("docs/user/jenkins-steps.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\| (.*) \\| (.*) \\|$");
    private static final Pattern BLOCK = Pattern.compile("```groovy\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("qualysFargateScan\\(?([^)\\n]*)");
    private static final Pattern ARGUMENT = Pattern.compile("(?:^|, | )(\\w+): ");

    @Test
    @WithJenkins
    void shouldShowEveryParameterWithItsDefault(JenkinsRule jenkins) throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> told.put(row.group(1), row.group(3)));
        ScanParameters defaults = new ScanParameters();
        DescribableModel<ScanParameters> model = DescribableModel.of(ScanParameters.class);

        assertThat(told.keySet())
                .containsExactlyInAnyOrderElementsOf(model.getParameters().stream()
                        .map(DescribableParameter::getName)
                        .toList());
        for (DescribableParameter parameter : model.getParameters()) {
            assertThat(told.get(parameter.getName()))
                    .as(parameter.getName())
                    .isEqualTo(written(SamePropertiesITest.get(defaults, parameter.getName())));
        }
    }

    private static String written(Object value) {
        if (value == null) {
            return "none";
        }
        return "`" + (value instanceof String ? "'" + value + "'" : value.toString()) + "`";
    }

    @Test
    void shouldNameEveryWordThatIsUnderstood() throws Exception {
        String page = Files.readString(PAGE);

        for (ScanType type : ScanType.values()) {
            assertThat(row(page, "scanTypes")).contains("`" + type.word() + "`");
        }
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(row(page, "archive")).contains("`" + format.word() + "`");
            assertThat(FormTextsOf.type(ScanParameters.class).help("archive", ""))
                    .contains("<code>" + format.word() + "</code>");
        }
    }

    private static String row(String page, String parameter) {
        return ROW.matcher(page)
                .results()
                .filter(row -> row.group(1).equals(parameter))
                .map(row -> row.group(2))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @WithJenkins
    void shouldShowRecipesThatRunInTheSandbox(JenkinsRule jenkins, @TempDir Path directory) throws Exception {
        try (ScanRig rig = ScanRig.in(jenkins, directory)) {
            rig.agent();
            rig.job("main", "");
            for (String image : List.of("api", "web", "worker")) {
                rig.when(image, "sample", "clean");
                rig.registry.push("team/" + image + ":1");
            }
            rig.registry.push("team/api:1.4.2");
            String prepare = """
                    env.GIT_COMMIT = '1'
                    writeFile file: 'build/images.json', text: '{"image.name": "registry.example/api:1", "containerimage.digest": "%s"}'
                    """.formatted(rig.registry.digestOf("team/api:1"));
            List<String> recipes = blocks().stream()
                    .filter(block -> block.startsWith("qualysFargateScan "))
                    .toList();

            assertThat(recipes).hasSizeGreaterThan(5);
            for (String recipe : recipes) {
                String script = (prepare + recipe)
                        .replace("registry.example/", rig.registry.authority() + "/team/")
                        .replace("qualysFargateScan ", "qualysFargateScan scannerPath: '" + ScanRig.SCANNER + "', ");
                rig.build(Result.SUCCESS, script);
            }
            assertThat(rig.calls("worker")).isNotEmpty();
        }
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void shouldShowCodeThatIsGroovyAndUsesParametersThatExist() throws Exception {
        List<String> blocks = blocks();
        Set<String> used = new TreeSet<>();
        for (String block : blocks) {
            CompilationUnit unit = new CompilationUnit();
            unit.addSource("Jenkinsfile", block);
            unit.compile(Phases.CONVERSION);
            CALL.matcher(block).results().forEach(call -> ARGUMENT.matcher(call.group(1))
                    .results()
                    .forEach(argument -> used.add(argument.group(1))));
        }

        assertThat(blocks).hasSizeGreaterThan(7);
        assertThat(used).contains("image", "baseline", "thresholds");
        used.removeAll(Set.of("critical", "high"));
        assertThat(EveryParameter.values().keySet()).containsAll(used);
    }
}
