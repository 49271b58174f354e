package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process and everything that came from it, also what has left the family: its children, its session, and whoever
 * carries its mark in the environment (the last two where there is a {@code /proc}).
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final Duration FORCE = Duration.ofSeconds(5);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final ProcessHandle root;
    private final byte[] mark;
    private final boolean ownSession;
    /** Without a {@code /proc}, a child whose parent has gone is found only if it was seen before. */
    private final Set<ProcessHandle> seen = new HashSet<>();

    /**
     * @param mark {@code NAME=value} as it stands in the environment of the process
     * @param ownSession true if the process leads a session of its own
     */
    ProcessTree(ProcessHandle root, String mark, boolean ownSession) {
        this.root = root;
        this.mark = mark.getBytes(StandardCharsets.UTF_8);
        this.ownSession = ownSession;
    }

    /**
     * Asks all to stop and kills what is left after the grace, or as soon as the first process has gone: then nobody
     * reads their output any more.
     *
     * @return true if nothing is left
     */
    boolean end(Duration grace) {
        if (root.isAlive()) {
            members().forEach(ProcessHandle::destroy);
            long deadline = System.nanoTime() + grace.toNanos();
            while (root.isAlive() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE);
            }
        }
        return kill();
    }

    /** Kills until nothing is left: a process may still be making another one while it is looked for. */
    private boolean kill() {
        long deadline = System.nanoTime() + FORCE.toNanos();
        Set<ProcessHandle> left = members();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE);
            left = members();
        }
        return left.isEmpty();
    }

    private Set<ProcessHandle> members() {
        seen.add(root);
        try (Stream<ProcessHandle> children = root.descendants()) {
            children.forEach(seen::add);
        }
        if (Files.isDirectory(PROC)) {
            try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
                all.filter(this::belongs).forEach(seen::add);
            }
        }
        seen.removeIf(process -> !process.isAlive() || isZombie(process));
        return Set.copyOf(seen);
    }

    private boolean belongs(ProcessHandle process) {
        try {
            if (ownSession && session(process) == root.pid()) {
                return true;
            }
            return contains(Files.readAllBytes(file(process, "environ")), mark);
        } catch (IOException e) {
            // Gone in the meantime, or of another user and so none of ours.
            return false;
        }
    }

    /** A zombie is dead already and waits for its parent; it cannot be killed any further. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.isDirectory(PROC) && "Z".equals(stat(process)[0]);
        } catch (IOException e) {
            return false;
        }
    }

    private static long session(ProcessHandle process) throws IOException {
        return Long.parseLong(stat(process)[3]);
    }

    /** The fields of proc_pid_stat(5) from the third: state, parent, group, session; the name before may hold anything. */
    private static String[] stat(ProcessHandle process) throws IOException {
        String text = Files.readString(file(process, "stat"), StandardCharsets.ISO_8859_1);
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length < 4) {
            throw new IOException("the process " + process.pid() + " has gone");
        }
        return fields;
    }

    private static Path file(ProcessHandle process, String name) {
        return PROC.resolve(Long.toString(process.pid())).resolve(name);
    }

    private static boolean contains(byte[] environment, byte[] mark) {
        String all = "\0" + new String(environment, StandardCharsets.ISO_8859_1) + "\0";
        return all.contains("\0" + new String(mark, StandardCharsets.ISO_8859_1) + "\0");
    }
}
