package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import static io.jenkins.plugins.qualysfargate.sidecar.syscall.Syscall.ABSENT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The system calls that say what a process does to others, to files and to the network. Numbers of x86-64 are those of
 * {@code arch/x86/entry/syscalls/syscall_64.tbl}, of arm64 those of {@code include/uapi/asm-generic/unistd.h}; both never
 * change once they are released.
 */
public final class SyscallTable {
    private static final List<Syscall> ROWS = List.of(
            new Syscall("execve", 59, 221),
            new Syscall("execveat", 322, 281),
            new Syscall("fork", 57, ABSENT),
            new Syscall("vfork", 58, ABSENT),
            new Syscall("clone", 56, 220),
            new Syscall("clone3", 435, 435),
            new Syscall("exit_group", 231, 94),
            new Syscall("ptrace", 101, 117),
            new Syscall("process_vm_readv", 310, 270),
            new Syscall("setuid", 105, 146),
            new Syscall("setgid", 106, 144),
            new Syscall("setresuid", 117, 147),
            new Syscall("setresgid", 119, 149),
            new Syscall("capset", 126, 91),
            new Syscall("open", 2, ABSENT),
            new Syscall("openat", 257, 56),
            new Syscall("openat2", 437, 437),
            new Syscall("creat", 85, ABSENT),
            new Syscall("read", 0, 63),
            new Syscall("write", 1, 64),
            new Syscall("unlink", 87, ABSENT),
            new Syscall("unlinkat", 263, 35),
            new Syscall("rename", 82, ABSENT),
            new Syscall("renameat", 264, 38),
            new Syscall("renameat2", 316, 276),
            new Syscall("link", 86, ABSENT),
            new Syscall("linkat", 265, 37),
            new Syscall("symlink", 88, ABSENT),
            new Syscall("symlinkat", 266, 36),
            new Syscall("mkdir", 83, ABSENT),
            new Syscall("mkdirat", 258, 34),
            new Syscall("chmod", 90, ABSENT),
            new Syscall("fchmod", 91, 52),
            new Syscall("fchmodat", 268, 53),
            new Syscall("fchmodat2", 452, 452),
            new Syscall("chown", 92, ABSENT),
            new Syscall("fchown", 93, 55),
            new Syscall("lchown", 94, ABSENT),
            new Syscall("fchownat", 260, 54),
            new Syscall("socket", 41, 198),
            new Syscall("connect", 42, 203),
            new Syscall("bind", 49, 200),
            new Syscall("listen", 50, 201),
            new Syscall("accept", 43, 202),
            new Syscall("accept4", 288, 242),
            new Syscall("sendto", 44, 206),
            new Syscall("sendmsg", 46, 211),
            new Syscall("recvfrom", 45, 207),
            new Syscall("recvmsg", 47, 212));
    private static final Map<String, Syscall> BY_NAME =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(Syscall::name, Function.identity()));

    private SyscallTable() {}

    /** Every row, grouped by what it is about: processes, files, network. */
    public static List<Syscall> rows() {
        return ROWS;
    }

    /** The row of this name; empty if the table has none. */
    public static Optional<Syscall> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The row of this number; empty if the table has none on this architecture. */
    public static Optional<Syscall> numbered(Architecture architecture, int number) {
        return ROWS.stream()
                .filter(each -> each.number(architecture).orElse(ABSENT) == number && number != ABSENT)
                .findFirst();
    }
}
