package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.qualysfargate.sidecar.proc.Capability;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcFileSystem;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A program that is no child of this process, as those of another container: it is started by a shell that ends. */
public final class RealProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessHandle process;

    private RealProgram(ProcessHandle process) {
        this.process = process;
    }

    /** Skips the test where nobody may trace, unless this is a build server. */
    public static void assumeTracing() throws IOException {
        boolean may = new ProcFileSystem(Path.of("/proc")).ownStatus().may(Capability.CAP_SYS_PTRACE);
        assumeTrue(may || System.getenv("CI") != null, "CAP_SYS_PTRACE is missing: run the tests as root");
    }

    public static RealProgram script(Path directory, String script) throws IOException {
        Path file = Files.createTempFile(directory, "program", ".sh");
        Files.writeString(file, script);
        return start(directory, List.of("/bin/sh", file.toString()));
    }

    static RealProgram java(Path directory, Class<?> main, String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(words));
        return start(directory, command);
    }

    public static RealProgram start(Path directory, List<String> command) throws IOException {
        List<String> words = new java.util.ArrayList<>(
                List.of("/bin/sh", "-c", "\"$@\" </dev/null >>output.txt 2>&1 & echo $!", "sh"));
        words.addAll(command);
        Process shell = new ProcessBuilder(words).directory(directory.toFile()).start();
        String pid = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new RealProgram(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    public int pid() {
        return (int) process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("/bin/kill", "-" + name, Integer.toString(pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits until something is so; fails if it takes too long. */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(500_000);
        }
    }

    void untilNobodyTraces() {
        ProcProcesses processes = new ProcProcesses(Path.of("/proc"));
        until("nobody traces " + pid(), () -> processes.threads(pid()).stream()
                .allMatch(each -> processes.tracer(each).orElse(0) == 0));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
