package io.jenkins.plugins.qualysfargate.sidecar.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcFileSystemTest {
    @TempDir
    private Path root;

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldReadThisProcess() throws IOException {
        ProcFileSystem proc = new ProcFileSystem(Path.of("/proc"));

        assertThat(proc.ownStatus().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(proc.status(ProcessHandle.current().pid()).pid())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(proc.inotifyLimits().watches()).isPositive();
        assertThat(proc.canEnterRoot(ProcessHandle.current().pid())).isTrue();
    }

    @Test
    void shouldKnowKernelsWithoutYama() throws IOException {
        assertThat(new ProcFileSystem(root).ptraceScope()).isEmpty();
    }

    @Test
    void shouldReadPtraceScope() throws IOException {
        write("sys/kernel/yama/ptrace_scope", "1\n");

        assertThat(new ProcFileSystem(root).ptraceScope()).contains(PtraceScope.RESTRICTED);
    }

    @Test
    void shouldReadInotifyLimits() throws IOException {
        write("sys/fs/inotify/max_user_instances", "128\n");
        write("sys/fs/inotify/max_user_watches", "8192\n");
        write("sys/fs/inotify/max_queued_events", "16384\n");

        assertThat(new ProcFileSystem(root).inotifyLimits()).isEqualTo(new InotifyLimits(128, 8192, 16384));
    }

    @Test
    void shouldTellMissingProcessFromBrokenOne() throws IOException {
        write("5/status", "");

        assertThatExceptionOfType(MalformedProcException.class).isThrownBy(() -> new ProcFileSystem(root).status(5));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> new ProcFileSystem(root).status(6));
    }

    @Test
    void shouldNotReadWithoutEnd() throws IOException {
        write("5/status", "x".repeat(70_000));

        assertThatExceptionOfType(MalformedProcException.class)
                .isThrownBy(() -> new ProcFileSystem(root).status(5))
                .withMessageContaining("larger than 65536 bytes");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
