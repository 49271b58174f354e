package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import static io.jenkins.plugins.qualysfargate.sidecar.tracer.RealProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On the running kernel, with real programs. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class TracerTest {
    private static final String WAIT = "while [ ! -e go ]; do /bin/sleep 0.02; done\n";

    private final RecordingListener listener = new RecordingListener();
    private final Tracer tracer = Tracer.start(() -> new ProcProcesses(Path.of("/proc")), listener);

    @TempDir
    private Path directory;

    @BeforeEach
    void mayTrace() throws IOException {
        RealProgram.assumeTracing();
    }

    @AfterEach
    void close() {
        tracer.close();
    }

    @Test
    void shouldSeeEveryExecutionWithItsArguments() throws Exception {
        try (RealProgram program = RealProgram.script(
                directory, WAIT + "i=0; while [ $i -lt 500 ]; do i=$((i+1)); /bin/true $i; done; exit 7")) {
            assertThat(tracer.attach(program.pid())).isInstanceOf(AttachOutcome.Attached.class);
            go();
            until("the program ended", () -> listener.heard.contains("ended " + program.pid() + " 7"));

            List<String> seen = executionsOf("/true").stream()
                    .map(each -> String.join(" ", each))
                    .toList();
            assertThat(seen)
                    .isEqualTo(IntStream.rangeClosed(1, 500)
                            .mapToObj(each -> "/bin/true " + each)
                            .toList());
            assertThat(listener.executions)
                    .filteredOn(each -> each.executable().endsWith("/true"))
                    .allMatch(each -> each.parentPid() == program.pid());
            until("all ended", () -> listener.heard.contains("all ended"));
        }
    }

    @Test
    void shouldFollowChildrenOfChildrenInParallel() throws Exception {
        try (RealProgram program = RealProgram.script(
                directory,
                WAIT
                        + "for i in 1 2 3 4 5 6 7 8 9 10; do (for j in 1 2 3 4 5; do (/bin/true $i.$j) & done; wait) & done; wait")) {
            tracer.attach(program.pid());
            go();
            until("all ended", () -> listener.heard.contains("all ended"));

            assertThat(executionsOf("/true")).hasSize(50).doesNotHaveDuplicates();
            assertThat(count("forked ")).isGreaterThanOrEqualTo(60);
            assertThat(count("ended ")).isEqualTo(count("forked ") + count("found "));
        }
    }

    @Test
    void shouldDeliverSignals() throws Exception {
        try (RealProgram program = RealProgram.script(
                directory, "trap 'echo x >> usr1' USR1\ntouch ready\nwhile :; do /bin/sleep 0.01; done")) {
            until("it is ready", () -> Files.exists(directory.resolve("ready")));
            tracer.attach(program.pid());
            for (int i = 1; i <= 20; i++) {
                int expected = i;
                program.signal("USR1");
                until("signal " + i + " arrived", () -> lines("usr1") == expected);
            }
            program.signal("TERM");
            until("it was ended", () -> listener.heard.contains("ended " + program.pid() + " 143"));
        }
    }

    @Test
    void shouldLetItBeStoppedAndContinued() throws Exception {
        try (RealProgram program = counting()) {
            tracer.attach(program.pid());
            program.signal("STOP");
            until(
                    "it stands still",
                    () -> state(program).startsWith("T") || state(program).startsWith("t"));
            long standing = lines("count");
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(lines("count")).isBetween(standing, standing + 1);
            program.signal("CONT");
            goesOn(program);
        }
    }

    @Test
    void shouldLetEverythingGoWhenClosed() throws Exception {
        try (RealProgram program = counting()) {
            tracer.attach(program.pid());
            assertThat(new ProcProcesses(Path.of("/proc")).tracer(program.pid()))
                    .hasValueSatisfying(each -> assertThat(each).isPositive());
            tracer.close();

            program.untilNobodyTraces();
            goesOn(program);
            assertThat(tracer.end().get()).isNull();
            assertThat(tracer.attach(program.pid())).isEqualTo(new AttachOutcome.Closed());
        }
    }

    @Test
    void shouldLeaveStoppedWhatWasStoppedWhenClosed() throws Exception {
        try (RealProgram program = counting()) {
            tracer.attach(program.pid());
            program.signal("STOP");
            until(
                    "it stands still",
                    () -> state(program).startsWith("T") || state(program).startsWith("t"));
            tracer.close();
            program.untilNobodyTraces();
            // Not at once: the signal may still be on its way when the tracer lets go in another stop.
            until("it still stands still", () -> state(program).startsWith("T"));
            program.signal("CONT");
            goesOn(program);
        }
    }

    @Test
    void shouldLetEverythingGoWhenListenerFails() throws Exception {
        Tracer failing = Tracer.start(() -> new ProcProcesses(Path.of("/proc")), new FailingListener());
        try (RealProgram program = counting()) {
            AttachOutcome outcome = failing.attach(program.pid());

            assertThat(outcome).isEqualTo(new AttachOutcome.Closed());
            assertThat(failing.end().get()).hasMessageContaining("listener failed");
            program.untilNobodyTraces();
            goesOn(program);
        }
    }

    @Test
    void shouldLetGoWhenItHoldsTheApplicationUp() throws Exception {
        RecordingListener slow = new RecordingListener() {
            @Override
            public void forked(int parentPid, int pid) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
                until("it is slow", () -> System.nanoTime() > end);
            }
        };
        Tracer overloaded = Tracer.start(() -> new ProcProcesses(Path.of("/proc")), slow);
        try (RealProgram program =
                RealProgram.script(directory, "while :; do echo x >> count; (:) & (:) & (:) & (:) & wait; done")) {
            overloaded.attach(program.pid());

            assertThat(overloaded.end().get()).isInstanceOf(OverloadException.class);
            program.untilNobodyTraces();
            goesOn(program);
        }
    }

    @Test
    void shouldSayWhoTracesAlready() throws Exception {
        try (RealProgram program = counting();
                Tracer other = Tracer.start(() -> new ProcProcesses(Path.of("/proc")), new RecordingListener())) {
            assertThat(other.attach(program.pid())).isInstanceOf(AttachOutcome.Attached.class);

            assertThat(tracer.attach(program.pid())).isInstanceOfSatisfying(AttachOutcome.Refused.class, each -> {
                assertThat(each.errno()).isEqualTo(LibC.EPERM);
                assertThat(each.tracerPid()).isPositive();
            });
            goesOn(program);
        }
        assertThat(tracer.attach(4194305)).isEqualTo(new AttachOutcome.Gone());
    }

    @Test
    void shouldTakeWhatEndedAndWasNotWaitedForAsGone() throws Exception {
        try (RealProgram parent = RealProgram.script(
                directory, "/bin/sleep 0.01 &\necho $! > child.tmp\nmv child.tmp child\nexec /bin/sleep 60")) {
            until("the child is named", () -> Files.exists(directory.resolve("child")));
            int child = Integer.parseInt(
                    Files.readString(directory.resolve("child")).strip());
            ProcProcesses processes = new ProcProcesses(Path.of("/proc"));
            until("the child has ended", () -> processes.parent(child).isEmpty());

            assertThat(processes.tracer(child)).isPresent();
            assertThat(tracer.attach(child)).isEqualTo(new AttachOutcome.Gone());
            assertThat(tracer.attach(parent.pid())).isEqualTo(new AttachOutcome.Attached(1, 0));
        }
    }

    @Test
    void shouldSeeProgramThatThreadExecutes() throws Exception {
        try (RealProgram program = RealProgram.java(directory, ThreadProgram.class, "exec", directory.toString())) {
            until("it is ready", () -> Files.exists(directory.resolve("ready")));
            tracer.attach(program.pid());
            go();
            until("all ended", () -> listener.heard.contains("all ended"));

            assertThat(executionsOf("sleep")).containsExactly(List.of("sleep", "0.2"));
            assertThat(listener.heard).contains("executed " + program.pid(), "ended " + program.pid() + " 0");
        }
    }

    @Test
    void shouldAttachToThreadsThatStartMeanwhile() throws Exception {
        try (RealProgram program = RealProgram.java(directory, ThreadProgram.class, "threads", directory.toString())) {
            until("it is ready", () -> Files.exists(directory.resolve("ready")));
            AttachOutcome outcome = tracer.attach(program.pid());
            ProcProcesses processes = new ProcProcesses(Path.of("/proc"));

            assertThat(outcome).isInstanceOfSatisfying(AttachOutcome.Attached.class, each -> {
                assertThat(each.added()).isGreaterThan(50);
                assertThat(each.refused()).isZero();
            });
            for (int i = 0; i < 20; i++) {
                assertThat(processes.threads(program.pid()))
                        .allSatisfy(each -> assertThat(processes.tracer(each)).isNotEqualTo(java.util.Optional.of(0)));
            }
            assertThat(tracer.attach(program.pid())).isEqualTo(new AttachOutcome.Attached(0, 0));
            assertThat(program.isAlive()).isTrue();
        }
    }

    private RealProgram counting() throws IOException {
        return RealProgram.script(directory, "while :; do echo x >> count; /bin/sleep 0.01; done");
    }

    private void goesOn(RealProgram program) {
        long before = lines("count");
        until("it goes on", () -> lines("count") > before + 3);
        assertThat(program.isAlive()).isTrue();
    }

    private void go() throws IOException {
        Files.createFile(directory.resolve("go"));
    }

    private List<List<String>> executionsOf(String end) {
        return listener.executions.stream()
                .filter(each -> each.executable().endsWith(end))
                .filter(each -> !each.commandLine().words().contains("0.02"))
                .map(each -> each.commandLine().words())
                .toList();
    }

    private long count(String start) {
        return listener.heard.stream().filter(each -> each.startsWith(start)).count();
    }

    private long lines(String file) {
        try {
            return Files.exists(directory.resolve(file)) ? Files.size(directory.resolve(file)) / 2 : 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String state(RealProgram program) {
        try {
            return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status")).stream()
                    .filter(each -> each.startsWith("State:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("State:\t".length());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
