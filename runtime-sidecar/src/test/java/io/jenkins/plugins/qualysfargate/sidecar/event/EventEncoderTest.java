package io.jenkins.plugins.qualysfargate.sidecar.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.Coverage;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageSource;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageState;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.ProcessExecution;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import io.jenkins.plugins.qualysfargate.sidecar.process.CommandLine;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEncoderTest {
    private static final Instant AT = Instant.parse("2026-01-22T12:00:01.250999Z");
    private static final String DIGEST = "sha256:" + "0a".repeat(32);
    private static final Container CONTAINER = new Container("abc-1", "payments", "payments:1.4.2", DIGEST);
    private static final TaskIdentity TASK = new TaskIdentity(
            "arn:aws:ecs:us-east-1:123456789012:task/prod/abc",
            "arn:aws:ecs:us-east-1:123456789012:cluster/prod",
            "payments-api",
            List.of(CONTAINER));

    private final EventEncoder encoder = new EventEncoder(() -> 0xf05e7bc72456ab50L);

    @Test
    void shouldWriteExecution() {
        JsonNode event = encode(execution("/usr/bin/nc", CommandLine.of(List.of("nc", "--token", "hunter22"))));

        assertThat(event.toString())
                .isEqualTo("{\"schemaVersion\":1,\"eventId\":\"1769083201_process_execution_f05e7bc72456ab50\","
                        + "\"timestamp\":\"2026-01-22T12:00:01.250Z\",\"timestampEpoch\":1769083201,"
                        + "\"eventType\":\"process_execution\",\"severity\":\"low\",\"action\":\"log\","
                        + "\"containerId\":\"abc-1\",\"taskArn\":\"arn:aws:ecs:us-east-1:123456789012:task/prod/abc\","
                        + "\"clusterArn\":\"arn:aws:ecs:us-east-1:123456789012:cluster/prod\","
                        + "\"taskFamily\":\"payments-api\",\"containerName\":\"payments\",\"image\":\"payments:1.4.2\","
                        + "\"imageDigest\":\"" + DIGEST + "\",\"process\":{\"pid\":41,\"parentPid\":7,"
                        + "\"executable\":\"/usr/bin/nc\",\"arguments\":[\"nc\",\"--token\",\"***\"]},"
                        + "\"eventData\":{\"executable\":\"/usr/bin/nc\",\"arguments\":[\"nc\",\"--token\",\"***\"]}}");
    }

    @Test
    void shouldBeValidWithoutTask() {
        String line = encoder.encode(
                execution("/bin/sh", CommandLine.of(List.of())), TaskIdentity.UNKNOWN, Container.UNKNOWN);

        assertThat(EventContract.read(line).get("taskArn").asText()).isEqualTo("unknown");
        assertThat(line).doesNotContain("imageDigest");
    }

    @Test
    void shouldSayThatExecutableIsNotKnown() {
        assertThat(encode(execution("", CommandLine.of(List.of())))
                        .at("/process/executable")
                        .asText())
                .isEqualTo("[ended before it could be read]");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteCoverage(CoverageState state) {
        JsonNode event = encode(new Coverage(AT, CoverageSource.PTRACE, state, "r".repeat(2000), 3));

        assertThat(event.at("/eventData/lostEvents").asInt()).isEqualTo(3);
        assertThat(event.get("action").asText()).isEqualTo(state == CoverageState.AVAILABLE ? "log" : "alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\"", "\\", "\u2028", "\n", "é", "😀", "a"})
    void shouldWriteWhateverProcessesCallThemselves(String piece) {
        // As much as is read of a command line: proc.ProcProcesses.
        byte[] bytes = piece.repeat((16 << 10) / piece.getBytes(StandardCharsets.UTF_8).length)
                .getBytes(StandardCharsets.UTF_8);

        JsonNode event = encode(execution("/" + piece.repeat(5000), CommandLine.parse(bytes, false)));

        assertThat(event.at("/eventData/arguments/0").asText()).startsWith(piece);
    }

    @Test
    void shouldWriteBytesThatAreNoText() {
        byte[] bytes = new byte[16 << 10];
        java.util.Arrays.fill(bytes, (byte) 0xfe);

        assertThat(encode(execution("/x", CommandLine.parse(bytes, true)))
                        .at("/eventData/arguments/0")
                        .asText())
                .startsWith("\\xfe\\xfe");
    }

    private JsonNode encode(RuntimeEvent event) {
        return EventContract.read(encoder.encode(event, TASK, CONTAINER));
    }

    private static ProcessExecution execution(String executable, CommandLine line) {
        return new ProcessExecution(AT, new ProcessFacts(41, 7, 0, 1, executable, line));
    }
}
