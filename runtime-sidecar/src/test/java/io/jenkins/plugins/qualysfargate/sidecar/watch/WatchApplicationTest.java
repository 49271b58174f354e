package io.jenkins.plugins.qualysfargate.sidecar.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.sidecar.event.EventContract;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcFileSystem;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.RealProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From a real application to lines that are valid by the contract. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class WatchApplicationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void shouldFollowRealApplicationThroughRestart() throws Exception {
        RealProgram.assumeTracing();
        Path shell = directory.resolve("only-this-shell");
        Files.copy(Path.of("/bin/sh"), shell);
        assertThat(shell.toFile().setExecutable(true)).isTrue();
        WatchApplication watch = watch(new ApplicationRule.Command("only-this-shell"), Duration.ofSeconds(30));
        CompletableFuture<WatchEnd> end = run(watch);

        try (RealProgram program = application(shell, "one")) {
            RealProgram.until("the first one is seen", () -> text().contains("\"one\""));
            assertThat(new ProcProcesses(Path.of("/proc")).tracer(program.pid()))
                    .isNotEqualTo(java.util.Optional.of(0));
        }
        try (RealProgram program = application(shell, "two")) {
            RealProgram.until("the second one is seen", () -> text().contains("\"two\""));
            watch.stop();
            assertThat(end.get()).isEqualTo(WatchEnd.STOPPED);
            RealProgram.until(
                    "nobody traces it",
                    () -> new ProcProcesses(Path.of("/proc"))
                                    .tracer(program.pid())
                                    .orElse(0)
                            == 0);
            assertThat(program.isAlive()).isTrue();
        }

        List<JsonNode> events = EventContract.readAll(text());
        assertThat(events)
                .filteredOn(each -> each.get("eventType").asText().equals("process_execution"))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.at("/eventData/arguments/1").asText()).isEqualTo("--password"))
                .allSatisfy(each ->
                        assertThat(each.at("/eventData/arguments/2").asText()).isEqualTo("***"));
        assertThat(events)
                .filteredOn(each -> each.get("eventType").asText().equals("coverage"))
                .extracting(each -> each.at("/eventData/state").asText())
                .containsExactly("available", "unavailable", "available", "unavailable");
    }

    @Test
    void shouldEndWhenApplicationNeverComes() throws Exception {
        RealProgram.assumeTracing();
        assertThat(watch(new ApplicationRule.Command("no-such-program"), Duration.ofSeconds(1))
                        .run())
                .isEqualTo(WatchEnd.NOT_FOUND);
        assertThat(EventContract.readAll(text())).hasSize(1);
    }

    @Test
    void shouldAttachToNothingWithoutCapability() throws Exception {
        ProcessStatus own = new ProcFileSystem(Path.of("/proc")).ownStatus();
        ProcessStatus unprivileged = new ProcessStatus(own.name(), own.pid(), 0, 0, own.seccomp());
        WatchApplication watch = new WatchApplication(
                new WatchSettings(new ApplicationRule.Pid(1), Duration.ofSeconds(1)),
                TaskIdentity.UNKNOWN,
                unprivileged,
                out,
                Clock.systemUTC());

        assertThat(watch.run()).isEqualTo(WatchEnd.NOTHING_TO_OBSERVE);
        assertThat(EventContract.readAll(text())).singleElement().satisfies(each -> assertThat(
                        each.at("/eventData/reason").asText())
                .contains("CAP_SYS_PTRACE", "linuxParameters.capabilities"));
    }

    private RealProgram application(Path shell, String name) throws IOException {
        return RealProgram.start(
                directory,
                List.of(shell.toString(), "-c", "while :; do /bin/true --password hunter22 " + name + "; done"));
    }

    private WatchApplication watch(ApplicationRule rule, Duration patience) throws IOException {
        return new WatchApplication(
                new WatchSettings(rule, patience),
                TaskIdentity.UNKNOWN,
                new ProcFileSystem(Path.of("/proc")).ownStatus(),
                out,
                Clock.systemUTC());
    }

    private static CompletableFuture<WatchEnd> run(WatchApplication watch) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return watch.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
