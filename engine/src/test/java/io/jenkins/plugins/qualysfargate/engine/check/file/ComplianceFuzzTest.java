package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whatever the bytes are, reading them ends, and what it calls sound is so by the schema as well, refers to nothing that is
 * not there, starts nothing again and calls nobody in the clear unless it says so in so many words. The saved inputs run with
 * every build; CONTRIBUTING names the command for the long run.
 */
class ComplianceFuzzTest {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    @FuzzTest(maxDuration = "10m")
    void soundFilesAreSoundThroughout(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        ComplianceFileReading reading = ComplianceFile.read("check.yaml", text);
        if (reading instanceof ComplianceFileReading.Valid valid) {
            checkAgreement(text);
            checkReferences(valid.settings());
            checkWords(text, valid.settings());
            assertThat(ComplianceFile.read("again.yaml", text)).isEqualTo(valid);
        } else if (reading instanceof ComplianceFileReading.Invalid invalid) {
            checkProblems(text, invalid.problems());
        }
    }

    private static void checkAgreement(String text) {
        assertThat(ComplianceContractTest.SCHEMA.validate(JsonOfYaml.json(text)))
                .as("what the schema says against %s", text)
                .isEmpty();
    }

    private static void checkReferences(ComplianceSettings settings) {
        Set<String> sources =
                settings.sources().stream().map(SourceSettings::id).collect(Collectors.toSet());
        Set<String> channels =
                settings.channels().stream().map(ChannelSettings::id).collect(Collectors.toSet());
        Set<String> escalations =
                settings.escalations().stream().map(Escalation::name).collect(Collectors.toSet());
        assertThat(settings.monitors()).isNotEmpty().allSatisfy(each -> {
            assertThat(sources).contains(each.source());
            checkEscalation(each.care().escalation(), escalations);
        });
        assertThat(settings.sources())
                .allSatisfy(each -> checkEscalation(each.care().escalation(), escalations));
        assertThat(settings.escalations()).flatExtracting(Escalation::tiers).allSatisfy(each -> assertThat(channels)
                .containsAll(each.channels()));
    }

    private static void checkEscalation(String name, Set<String> known) {
        if (known.isEmpty()) {
            assertThat(name).isEqualTo("default");
        } else {
            assertThat(known).contains(name);
        }
    }

    /** Keys are texts of the file, unless an escape spells them. */
    private static void checkWords(String text, ComplianceSettings settings) {
        if (text.contains("\\")) {
            return;
        }
        assertThat(settings.resubmission().dryRun() || text.contains("dry-run")).isTrue();
        assertThat(settings.monitors()).allSatisfy(each -> assertThat(each.enabled() || text.contains("enabled"))
                .isTrue());
        assertThat(settings.maintenance().isEmpty() || text.contains("maintenance"))
                .isTrue();
        assertThat(settings.sources()).allSatisfy(each -> assertThat(each.url() == null
                        || each.url().getScheme().equals("https")
                        || text.contains("insecure")
                        || text.contains("http://"))
                .isTrue());
    }

    private static void checkProblems(String text, List<YamlProblem> problems) {
        long lines = LINE_BREAK.matcher(text).results().count() + 1;
        assertThat(problems).hasSizeBetween(1, 101).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat((long) problem.line()).isBetween(0L, lines);
        });
    }
}
