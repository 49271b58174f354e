package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads files of the proc file system, bounded; what they mean is parsed elsewhere. */
public final class ProcFileSystem {
    private static final int MOST_BYTES = 64 << 10;

    private final Path root;

    /** @param root {@code /proc}, except in tests */
    public ProcFileSystem(Path root) {
        this.root = root;
    }

    /** @throws java.nio.file.NoSuchFileException if there is no such process */
    public ProcessStatus status(long pid) throws IOException {
        return ProcessStatus.parse(lines(root.resolve(Long.toString(pid)).resolve("status")));
    }

    /** The status of the reading process itself. */
    public ProcessStatus ownStatus() throws IOException {
        return ProcessStatus.parse(lines(root.resolve("self").resolve("status")));
    }

    /** Who may attach to whom; empty where the kernel runs without Yama, so that only capabilities count. */
    public Optional<PtraceScope> ptraceScope() throws IOException {
        try {
            return Optional.of(PtraceScope.parse(lines(root.resolve("sys/kernel/yama/ptrace_scope"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public InotifyLimits inotifyLimits() throws IOException {
        Path directory = root.resolve("sys/fs/inotify");
        return new InotifyLimits(
                InotifyLimits.parse(lines(directory.resolve("max_user_instances"))),
                InotifyLimits.parse(lines(directory.resolve("max_user_watches"))),
                InotifyLimits.parse(lines(directory.resolve("max_queued_events"))));
    }

    /** True if the file system that a process sees can be entered. */
    public boolean canEnterRoot(long pid) {
        return Files.isReadable(root.resolve(Long.toString(pid)).resolve("root").resolve("."));
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new MalformedProcException(file + " is larger than " + MOST_BYTES + " bytes");
            }
            // Process names are any bytes but zero and slash; one character per byte keeps them apart.
            return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        }
    }
}
