package io.jenkins.plugins.qualysfargate.sidecar.proc;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcProcessesTest {
    private final ProcProcesses processes = new ProcProcesses(Path.of("/proc"));

    @TempDir
    private Path directory;

    @Test
    void shouldReadRealProcess() throws IOException {
        Path copy = directory.resolve("schläfer \n x");
        Files.copy(Path.of("/bin/sleep"), copy);
        assertThat(copy.toFile().setExecutable(true)).isTrue();
        Process sleep = new ProcessBuilder(copy.toString(), "30").start();
        try {
            int pid = (int) sleep.pid();
            ProcessFacts facts = processes.facts(pid).orElseThrow();

            assertThat(facts.parentPid())
                    .isEqualTo((int) ProcessHandle.current().pid());
            assertThat(facts.executable()).endsWith("fer \n x");
            assertThat(facts.commandLine().words()).hasSize(2).endsWith("30");
            assertThat(facts.uid())
                    .isEqualTo(((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue());
            assertThat(facts.startTicks()).isPositive();
            assertThat(processes.processes()).contains(pid);
            assertThat(processes.threads(pid)).containsExactly(pid);
            assertThat(processes.parent(pid)).contains(facts.parentPid());
            assertThat(processes.tracer(pid)).contains(0);
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void shouldFindThreadsOfThisProcess() {
        assertThat(processes.threads((int) ProcessHandle.current().pid())).hasSizeGreaterThan(3);
    }

    @Test
    void shouldReadCommandLineThatIsTooLong() throws IOException {
        Process sleep = new ProcessBuilder("/bin/sh", "-c", "read x", "x".repeat(100_000)).start();
        try {
            ProcessFacts facts = processes.facts((int) sleep.pid()).orElseThrow();

            assertThat(facts.commandLine().masked()).contains("read x").endsWith("[more arguments were left out]");
            assertThat(facts.commandLine().words().get(3).length()).isLessThan(33_000);
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void shouldKnowThatProcessIsGone() {
        assertThat(processes.facts(4194305)).isEmpty();
        assertThat(processes.threads(4194305)).isEmpty();
        assertThat(processes.parent(4194305)).isEmpty();
        assertThat(processes.tracer(4194305)).isEmpty();
    }

    @Test
    void shouldTakeEmptyFilesForProcessThatEnds() throws IOException {
        Files.createDirectories(directory.resolve("5"));
        for (String file : new String[] {"stat", "status", "cmdline"}) {
            Files.createFile(directory.resolve("5").resolve(file));
        }

        ProcProcesses broken = new ProcProcesses(directory);
        assertThat(broken.facts(5)).isEmpty();
        assertThat(broken.parent(5)).isEmpty();
        assertThat(broken.tracer(5)).isEqualTo(Optional.empty());
        assertThat(broken.processes()).containsExactly(5);
    }
}
