package io.jenkins.plugins.qualysfargate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import io.jenkins.plugins.qualysfargate.engine.yaml.JsonOfYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, which editors read, and the reader, which judges, must agree on what a policy is. */
class PolicyContractTest {
    static final JsonSchema SCHEMA = JsonOfYaml.schema("policy.schema.json");

    private static final Path SAMPLES = Path.of("../contracts/samples/policy");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldAgreeOnEverySample(Path sample) throws IOException {
        boolean good = sample.getFileName().toString().startsWith("good-");
        String text = Files.readString(sample);

        assertThat(PolicyReader.read(sample.getFileName().toString(), text)
                        .fold(valid -> List.of(), PolicyReading.Invalid::problems)
                        .isEmpty())
                .as("the reader accepts %s", sample)
                .isEqualTo(good);
        assertThat(SCHEMA.validate(JsonOfYaml.json(text)).isEmpty())
                .as("the schema accepts %s", sample)
                .isEqualTo(good);
    }

    @Test
    void shouldHaveGoodAndBadSamples() throws IOException {
        assertThat(samples())
                .filteredOn(it -> it.getFileName().toString().startsWith("good-"))
                .hasSizeGreaterThan(3);
        assertThat(samples())
                .filteredOn(it -> it.getFileName().toString().startsWith("bad-"))
                .hasSizeGreaterThan(20);
    }
}
