package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import static io.jenkins.plugins.qualysfargate.sidecar.tracer.RealProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracer is killed at any moment, under load: the application must not lose so much as a signal. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class TracerKilledTest {
    private static final int SIGUSR1 = 10;

    @TempDir
    private Path directory;

    @BeforeEach
    void mayTrace() throws IOException {
        RealProgram.assumeTracing();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shouldLoseNothingWhenTracerIsKilled(long seed) throws Exception {
        Random random = new Random(seed);
        try (RealProgram program = RealProgram.script(
                directory, "trap 'echo x >> usr1' USR1\ntouch ready\nwhile :; do /bin/true; echo x >> count; done")) {
            until("it is ready", () -> Files.exists(directory.resolve("ready")));
            int sent = 0;
            for (int round = 0; round < 3; round++) {
                RealProgram tracer = RealProgram.java(directory, TracerProgram.class, Integer.toString(program.pid()));
                ProcProcesses processes = new ProcProcesses(Path.of("/proc"));
                until("it is traced", () -> processes.tracer(program.pid()).orElse(0) != 0);
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(300));
                Thread killer = new Thread(() -> {
                    until("the moment has come", () -> System.nanoTime() > end);
                    tracer.close();
                });
                killer.start();
                while (killer.isAlive() || tracer.isAlive()) {
                    sent++;
                    int expected = sent;
                    assertThat(LibC.tgkill(program.pid(), program.pid(), SIGUSR1))
                            .isZero();
                    until("signal " + sent + " arrived", () -> lines("usr1") == expected);
                }
                program.untilNobodyTraces();
                long before = lines("count");
                until("it goes on", () -> lines("count") > before + 3);
            }
            assertThat(sent).isGreaterThan(20);
            assertThat(program.isAlive()).isTrue();
        }
    }

    @Test
    void shouldDeliverSignalThatTracerHeldWhenItWasKilled() throws Exception {
        try (RealProgram program =
                RealProgram.script(directory, "trap 'echo x >> usr1' USR1\ntouch ready\nwhile :; do :; done")) {
            until("it is ready", () -> Files.exists(directory.resolve("ready")));
            try (RealProgram tracer =
                    RealProgram.java(directory, TracerProgram.class, Integer.toString(program.pid()), "hold")) {
                ProcProcesses processes = new ProcProcesses(Path.of("/proc"));
                until("it is traced", () -> processes.tracer(program.pid()).orElse(0) != 0);
                assertThat(LibC.tgkill(program.pid(), program.pid(), SIGUSR1)).isZero();
                until("the signal is held", () -> output().contains("errno 0 holds Stopped"));
                assertThat(lines("usr1")).isZero();
                assertThat(tracer.isAlive()).isTrue();
            }
            until("the signal arrived", () -> lines("usr1") == 1);
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lines(String file) {
        try {
            return Files.exists(directory.resolve(file)) ? Files.size(directory.resolve(file)) / 2 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
