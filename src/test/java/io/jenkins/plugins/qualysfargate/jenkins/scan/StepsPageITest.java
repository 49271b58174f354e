package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
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
    void shouldShowCodeThatIsGroovyAndUsesParametersThatExist() throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
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
