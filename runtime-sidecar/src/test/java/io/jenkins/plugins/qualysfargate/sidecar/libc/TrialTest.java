package io.jenkins.plugins.qualysfargate.sidecar.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On the running kernel: the mappings are only right if it says what the rest of the machine says. */
@EnabledOnOs(OS.LINUX)
class TrialTest {

    @Test
    void shouldReadWhatTheKernelCallsItself() throws IOException, InterruptedException {
        Process uname = new ProcessBuilder("uname", "-rm").start();
        String printed = new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(uname.waitFor()).isZero();

        Kernel kernel = Kernel.running();

        assertThat(kernel.release() + " " + kernel.machine()).isEqualTo(printed);
    }

    @Test
    void shouldSeeWhyCallFailed() {
        assertThat(LibC.socket(-1, -1, -1)).isEqualTo(-1);
        int badFamily = LibC.errno();
        assertThat(LibC.close(-1)).isEqualTo(-1);
        int badDescriptor = LibC.errno();

        // EAFNOSUPPORT of asm-generic/errno.h, EBADF of asm-generic/errno-base.h; EINVAL before the family is looked
        // at.
        assertThat(badFamily).isIn(97, 22);
        assertThat(badDescriptor).isEqualTo(9);
    }

    @Test
    void shouldLeaveNothingOpen() throws IOException {
        Trial.inotify();
        long before = openDescriptors();
        for (int i = 0; i < 50; i++) {
            Trial.inotify();
            Trial.socketDiagnosis();
            Trial.packetSocket();
            Trial.ptrace();
        }

        assertThat(openDescriptors()).isLessThan(before + 25);
    }

    @Test
    void shouldOpenNetlinkSocketsWithoutPrivilege() {
        assertThat(Trial.socketDiagnosis()).isZero();
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
