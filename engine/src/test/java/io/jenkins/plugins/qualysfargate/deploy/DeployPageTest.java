package io.jenkins.plugins.qualysfargate.deploy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about deploying knows the stack. */
class DeployPageTest {
    private static final Path PAGE = Path.of("../docs/user/aws-deploy.md");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:`([^`]*)`)? ?\\| [^\\n]+ \\|$");
    private static final Pattern OUTPUT = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern OVERRIDE = Pattern.compile("(?m)[ \\n]([A-Z]\\w+)=");
    private static final Pattern ALARM = Pattern.compile("`(-[a-z-]+)`");

    @Test
    void shouldNameEveryParameterWithItsDefault() throws IOException {
        Map<String, String> page = new TreeMap<>();
        PARAMETER
                .matcher(section("Parameters"))
                .results()
                .forEach(row -> page.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        Map<String, String> stack = new TreeMap<>();
        root().parameters()
                .forEach((name, parameter) ->
                        stack.put(name, parameter.path("Default").asText()));
        assertThat(page).isEqualTo(stack);
    }

    @Test
    void shouldNameEveryOutput() throws IOException {
        assertThat(words(OUTPUT, section("Outputs"))).isEqualTo(root().outputs().keySet());
    }

    @Test
    void shouldNameEveryAlarm() throws IOException {
        Map<String, JsonNode> alarms = Template.read("alarms.yaml").resources("AWS::CloudWatch::Alarm");
        assertThat(words(ALARM, section("Alarms")))
                .isEqualTo(alarms.values().stream()
                        .map(alarm -> alarm.at("/Properties/AlarmName/Fn::Sub").asText())
                        .map(name -> name.substring("${NamePrefix}".length()))
                        .collect(toSet()));
    }

    @Test
    void shouldShowOnlyParametersThatAreTaken() throws IOException {
        Set<String> taken = new TreeSet<>(root().parameters().keySet());
        taken.addAll(Template.read("member.yaml").parameters().keySet());
        assertThat(words(OVERRIDE, Files.readString(PAGE))).isNotEmpty().isSubsetOf(taken);
    }

    @Test
    void shouldSayWhatEachTemplateIsFor() throws IOException {
        String created = section("What is created");
        for (Template template : Template.all()) {
            if (!template.name().equals("qualys-fargate.yaml")) {
                assertThat(created).contains("`" + template.name() + "`");
            }
        }
    }

    private static Template root() throws IOException {
        return Template.read("qualys-fargate.yaml");
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(toSet());
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("## " + heading + "\n");
        int end = page.indexOf("\n## ", start + 1);
        assertThat(start).as(heading).isNotNegative();
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
