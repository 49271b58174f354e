package io.jenkins.plugins.qualysfargate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Crashes, and several writers at once. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class H2LedgerProcessesTest {
    @TempDir
    Path directory;

    private H2Ledger open() {
        return H2Ledger.open(directory, Clock.systemUTC());
    }

    @Test
    void shouldLoseNothingAndBreakNoChainWhenWritersAreKilled() throws Exception {
        List<String> saved = new ArrayList<>();
        JournalHead known = JournalHead.EMPTY;
        for (int crash = 1; crash <= 3; crash++) {
            Process one = CommittingProcess.start(directory, "one-" + crash, 100_000);
            Process two = CommittingProcess.start(directory, "two-" + crash, 100_000);
            try (BufferedReader first = one.inputReader();
                    BufferedReader second = two.inputReader()) {
                for (int i = 0; i < 10 + crash * 7; i++) {
                    saved.add(first.readLine());
                }
                saved.add(second.readLine());
                kill(one, first, saved);
                // The other one goes on over what the first one left in the middle.
                for (int i = 0; i < 5; i++) {
                    saved.add(second.readLine());
                }
                kill(two, second, saved);
            } finally {
                one.destroyForcibly();
                two.destroyForcibly();
            }
            known = assertWhole(saved, crash * 2, known);
        }
    }

    private static void kill(Process process, BufferedReader output, List<String> saved) throws InterruptedException {
        // By its handle, because the process itself would close the stream too.
        process.toHandle().destroyForcibly();
        // What it said between our last look and its death was saved too.
        output.lines().forEach(saved::add);
        assertThat(process.waitFor()).isNotZero();
    }

    /** @param crashes each of which may have saved one commit more than it said */
    private JournalHead assertWhole(List<String> saved, int crashes, JournalHead known) {
        try (H2Ledger ledger = open()) {
            List<String> messages = ledger.outbox().waiting(100_000).stream()
                    .map(OutboxMessage::id)
                    .toList();
            assertThat(messages)
                    .doesNotHaveDuplicates()
                    .containsAll(saved)
                    .hasSizeBetween(saved.size(), saved.size() + crashes);
            assertThat(ChainCheck.all(ledger, List.of(known)))
                    .isEqualTo(new ChainVerdict.Whole(2L * messages.size(), ledger.head()));
            assertThat(ledger.all(EntryKind.SETTING, null, 100_000)).hasSameSizeAs(messages);
            for (String name : messages) {
                assertThat(ledger.ofId(EntryKind.OCCURRENCE, name, "", 100)).hasSize(20);
            }
            return ledger.head();
        }
    }

    @Test
    void shouldNameTheFileAndTheTimeWhenAnotherHoldsTheDatabase() throws Exception {
        try (H2Ledger impatient = H2Ledger.open(directory, Clock.systemUTC(), Duration.ofSeconds(1), Duration.ZERO)) {
            impatient.commit(CommittingProcess.commit("one"));
            Path file = directory.resolve("compliance.mv.db");

            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assertThat(lock.isValid()).isTrue();
                assertThatThrownBy(impatient::head)
                        .isInstanceOf(LedgerUnavailableException.class)
                        .hasMessageContaining("compliance ledger " + file)
                        .hasMessageContaining("for 1 s")
                        .hasMessageContaining("another process");
            }
            assertThat(impatient.head().sequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldLeaveNothingOpenOnceItIsClosed() throws Exception {
        try (H2Ledger ledger =
                H2Ledger.open(directory, Clock.systemUTC(), Duration.ofSeconds(9), Duration.ofHours(1))) {
            ledger.commit(CommittingProcess.commit("one"));
        }
        try (FileChannel channel = FileChannel.open(directory.resolve("compliance.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void shouldSayWhatToDoWhenTheDirectoryCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> H2Ledger.open(file.resolve("below"), Clock.systemUTC()))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("make the directory " + file)
                .hasMessageContaining("Check that");
    }
}
