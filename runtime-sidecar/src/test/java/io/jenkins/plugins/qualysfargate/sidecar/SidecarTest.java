package io.jenkins.plugins.qualysfargate.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class SidecarTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream events = new ByteArrayOutputStream();

    @Test
    void shouldCheckThisMachine() {
        int exitCode = run(Path.of("/proc"), "check");

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("architecture", "ptrace", "inotify", "sock_diag", "packets");
        assertThat(exitCode).isEqualTo(text.contains("Everything can be observed.") ? 0 : 3);
    }

    @Test
    void shouldFindProcessThatShallBeWatched() {
        run(
                Path.of("/proc"),
                "check",
                "--json",
                "--pid",
                Long.toString(ProcessHandle.current().pid()));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"source\" : \"process\"", "and its files can be reached");
    }

    @Test
    void shouldSayThatThereIsNoSuchProcess() {
        assertThat(run(Path.of("/proc"), "check", "--pid", "4194305")).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("there is no process 4194305", "pidMode");
    }

    @Test
    void shouldBeDegradedWithoutProcFileSystem(@TempDir Path empty) {
        assertThat(run(empty, "check")).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("unavailable  machine", empty.toString());
    }

    @Test
    void shouldPrintVersionAndHelp() {
        assertThat(run(Path.of("/proc"), "--version")).isZero();
        assertThat(run(Path.of("/proc"), "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("qualys-fargate sidecar ", "Usage: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "watch",
                "check --pid",
                "check --pid 0",
                "check --pid -1",
                "check --pid x",
                "check --json --no",
                "--version x",
                "--help --json",
                "check --port 80",
                "watch --pid",
                "watch --pid 0",
                "watch --port 65536",
                "watch --port x",
                "watch --command",
                "watch --command ",
                "watch --pid 1 --port 80",
                "watch --wait 5",
                "watch --pid 1 --wait 0",
                "watch --pid 1 --wait 100000",
                "watch --json --pid 1",
                "watch --user root"
            })
    void shouldRefuseWrongUsage(String line) {
        assertThat(run(Path.of("/proc"), line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: ");
        assertThat(out.size()).isZero();
    }

    private int run(Path proc, String... words) {
        List<String> list = Arrays.asList(words);
        return new Sidecar(
                        proc,
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        events)
                .run(list);
    }
}
