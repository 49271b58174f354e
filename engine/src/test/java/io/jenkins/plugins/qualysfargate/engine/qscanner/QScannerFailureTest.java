package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Failures of a running scanner: whatever it does, the run ends in time and leaves no process, thread or file. */
@Timeout(180)
class QScannerFailureTest {
    private static final ScanRequest SHORT = StandIn.request(Duration.ofSeconds(1), ScanOptions.defaults());

    @TempDir
    private Path root;

    private StandIn standIn;
    private final String marker = "stand-in-" + UUID.randomUUID();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void makeStandIn() throws IOException {
        standIn = new StandIn(root);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(ProcessHandle.allProcesses().filter(this::isOfThisTest)).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("qscanner-output"));
        assertThat(standIn.leftNoDirectory()).isTrue();
    }

    private boolean isOfThisTest(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return line.contains(marker) || line.contains(root.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private StandIn quick() {
        return standIn.with(new ScannerSettings(
                root.resolve("work"), Duration.ZERO, Duration.ZERO, 0, Duration.ofMillis(300), 1 << 20));
    }

    private IndeterminateCause causeOf(ScannerRun run) {
        run.close();
        return run.fold(
                finished -> {
                    throw new AssertionError("the run finished");
                },
                failed -> failed.verdict().cause());
    }

    @Test
    void hangUntilTheOuterTimeout() throws IOException {
        quick().does("hang");
        ScannerRun run = standIn.scanner().run(SHORT, log::add, Cancellation.NEVER);
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.TIMED_OUT);
    }

    @Test
    void hangAndIgnoreTheRequestToStop() throws IOException {
        quick().does("ignore-term", "hang");
        ScannerRun run = standIn.scanner().run(SHORT, log::add, Cancellation.NEVER);
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.TIMED_OUT);
    }

    @Test
    void hangWithChildrenThatLeftTheFamily() throws IOException {
        quick().does("child " + marker, "orphan " + marker, "orphan-writing " + marker, "ignore-term", "hang");
        ScannerRun run = standIn.scanner().run(SHORT, log::add, Cancellation.NEVER);
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.TIMED_OUT);
    }

    @Test
    void endAndLeaveChildrenBehind() throws IOException {
        standIn.reports("clean").does("orphan " + marker, "orphan-writing " + marker, "child " + marker);
        ScannerRun run = standIn.scanner().run(StandIn.request(), log::add, Cancellation.NEVER);
        assertThat(run).isInstanceOf(ScannerRun.Finished.class);
        assertThat(ProcessHandle.allProcesses().filter(this::isOfThisTest)).isEmpty();
        run.close();
    }

    @Test
    void cancelWhileScanning() throws IOException {
        standIn.does("orphan " + marker, "say scanning", "ignore-term", "hang");
        ScannerRun run = standIn.scanner().run(StandIn.request(), log::add, () -> log.contains("scanning"));
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.CANCELLED);
    }

    @Test
    void interruptWhileScanning() throws Exception {
        standIn.does("child " + marker, "say scanning", "hang");
        CountDownLatch scanning = new CountDownLatch(1);
        QScanner scanner = standIn.scanner();
        FutureTask<Boolean> scan = new FutureTask<>(() -> {
            ScannerRun run = scanner.run(
                    StandIn.request(),
                    line -> {
                        if (line.equals("scanning")) {
                            scanning.countDown();
                        }
                    },
                    Cancellation.NEVER);
            return causeOf(run) == IndeterminateCause.CANCELLED
                    && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(scan);
        thread.start();
        assertThat(scanning.await(120, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        assertThat(scan.get(120, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void dieOfASignal() throws IOException {
        standIn.reports("clean").does("die KILL");
        ScannerRun run = standIn.scanner().run(StandIn.request(), log::add, Cancellation.NEVER);
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.SCANNER_FAILED);
        assertThat(((ScannerRun.Failed) run).verdict().message()).contains("SIGKILL");
    }

    @Test
    void floodTheLog() throws IOException {
        standIn.does("flood 100", "say the last words");
        standIn.scanner().run(StandIn.request(), log::add, Cancellation.NEVER).close();
        assertThat(log.stream().mapToLong(String::length).sum()).isLessThan(2 << 20);
        assertThat(log).anyMatch(line -> line.contains("log cut after 1048576 bytes"));
        assertThat(log.get(log.size() - 1)).isEqualTo("the last words");
    }

    @Test
    void floodTheLogWithOneLine() throws IOException {
        standIn.does("flood-one-line 100", "say the last words");
        standIn.scanner().run(StandIn.request(), log::add, Cancellation.NEVER).close();
        assertThat(log).allMatch(line -> line.length() < 17 * 1024).contains("the last words");
    }

    @Test
    void failToWriteTheLog() throws IOException {
        standIn.reports("clean").does("flood 10");
        ScannerRun run = standIn.scanner()
                .run(
                        StandIn.request(),
                        line -> {
                            if (line.startsWith("the scanner writes")) {
                                throw new IllegalStateException("the log is closed");
                            }
                        },
                        Cancellation.NEVER);
        assertThat(causeOf(run)).isEqualTo(IndeterminateCause.SCANNER_UNAVAILABLE);
    }

    @Test
    void failToAskForCancellation() throws IOException {
        standIn.does("child " + marker, "hang");
        QScanner scanner = standIn.scanner();
        assertThat(scanner.version()).isNotEmpty();
        assertThatThrownBy(() -> scanner.run(StandIn.request(), log::add, () -> {
                    throw new IllegalStateException("the channel is closed");
                }))
                .hasMessageContaining("the channel is closed");
    }
}
