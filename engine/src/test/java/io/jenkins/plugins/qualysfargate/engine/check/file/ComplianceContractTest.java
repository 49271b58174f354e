package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, which editors read, and the reader, which decides, must agree on what a compliance file is. */
class ComplianceContractTest {
    static final JsonSchema SCHEMA = JsonOfYaml.schema("compliance.schema.json");

    private static final Path SAMPLES = Path.of("../contracts/samples/compliance");
    private static final Pattern VALID = Pattern.compile("Valid are (.*)\\.$");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAgreeOnEverySample(Path sample) throws IOException {
        String name = sample.getFileName().toString();
        String text = Files.readString(sample);

        assertThat(problems(text)).as("the reader on %s", name).satisfies(them -> assertThat(them.isEmpty())
                .isEqualTo(name.startsWith("good-")));
        assertThat(SCHEMA.validate(JsonOfYaml.json(text)))
                .as("the schema on %s", name)
                .satisfies(them -> assertThat(them.isEmpty()).isEqualTo(!name.startsWith("bad-")));
    }

    @Test
    void shouldHaveGoodBadAndInconsistentSamples() throws IOException {
        assertThat(samples())
                .extracting(it -> it.getFileName().toString().replaceAll("-.*", ""))
                .contains("good", "bad", "inconsistent")
                .hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "zzz: 1 | /properties",
                "sources: [{type: tenable-sc, regions: [a]}] | /$defs/tenable/properties",
                "sources: [{type: anchore, zones: [a]}] | /$defs/anchore/properties",
                "sources: [{type: guardduty, url: a}] | /$defs/guardduty/properties",
                "sources: [{type: qualys-registry, zones: [a]}] | /$defs/qualysRegistry/properties",
                "sources: [{type: images, url: a}] | /$defs/images/properties",
                "sources: [{type: images, unreachable: {zzz: 1}}] | /$defs/images/properties/unreachable/properties",
                "sources: [{type: tenable-sc, zones: [{zzz: 1}]}] | /$defs/zone/properties",
                "channels: [{type: pagerduty, to: [a]}] | /$defs/pagerduty/properties",
                "channels: [{type: github, to: [a]}] | /$defs/github/properties",
                "channels: [{type: jira, to: [a]}] | /$defs/jira/properties",
                "channels: [{type: sns, to: [a]}] | /$defs/sns/properties",
                "channels: [{type: email, topic: a}] | /$defs/email/properties",
                "channels: [{type: webhook, to: [a]}] | /$defs/webhook/properties",
                "channels: [{type: heartbeat, to: [a]}] | /$defs/heartbeat/properties",
                "channels: [{type: jira, ticket: {zzz: 1}}] | /$defs/ticket/properties",
                "escalations: [{zzz: 1}] | /$defs/escalation/properties",
                "escalations: [{tiers: [{zzz: 1}]}] | /$defs/escalation/properties/tiers/items/properties",
                "escalations: [{hours: {zzz: 1}}] | /$defs/escalation/properties/hours/properties",
                "incidents: {zzz: 1} | /$defs/incidents/properties",
                "maintenance: [{zzz: 1}] | /$defs/maintenance/properties",
                "maintenance: [{match: {zzz: 1}}] | /$defs/maintenance/properties/match/properties",
                "resubmission: {freezes: [{zzz: 1}]} | /$defs/freeze/properties",
                "resubmission: {zzz: 1} | /$defs/resubmission/properties",
                "defaults: {zzz: 1} | /$defs/defaults/properties",
                "defaults: {windows: {zzz: 1}} | /$defs/windows/properties",
                "monitors: [{zzz: 1}] | /$defs/monitor/properties",
                "monitors: [{select: {zzz: 1}}] | /$defs/monitor/properties/select/properties"
            })
    void shouldKnowTheSameKeysEverywhere(String text, String place) throws IOException {
        JsonNode properties = new JsonMapper()
                .readTree(Files.readString(Path.of("../contracts/compliance.schema.json")))
                .at(place);
        List<String> inSchema = new ArrayList<>();
        properties.fieldNames().forEachRemaining(inSchema::add);

        List<String> told = problems(text).stream()
                .map(YamlProblem::message)
                .filter(it -> it.startsWith("is not a key"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(keys(told.get(0))).containsExactlyInAnyOrderElementsOf(inSchema);
    }

    private static List<String> keys(String message) {
        Matcher matcher = VALID.matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return Arrays.asList(matcher.group(1).split(", ", -1));
    }

    private static List<YamlProblem> problems(String text) {
        return ComplianceFile.read("compliance.yaml", text)
                .fold(valid -> List.of(), ComplianceFileReading.Invalid::problems);
    }
}
