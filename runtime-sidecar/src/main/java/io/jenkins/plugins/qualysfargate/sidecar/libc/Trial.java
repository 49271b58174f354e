package io.jenkins.plugins.qualysfargate.sidecar.libc;

import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.AF_NETLINK;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.AF_PACKET;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.CLOEXEC;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.NETLINK_SOCK_DIAG;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.PTRACE_SEIZE;
import static io.jenkins.plugins.qualysfargate.sidecar.libc.LibC.SOCK_RAW;

/** Tries what a source needs and undoes it at once; each gives 0 or the errno of the refusal. */
public final class Trial {
    // Above every pid: linux/threads.h, PID_MAX_LIMIT is 4 Mi.
    private static final int NO_PROCESS = Integer.MAX_VALUE;

    private Trial() {}

    /**
     * Whether the call reaches the kernel at all: attaching to a process that cannot exist must fail with "no such
     * process"; anything else comes from a seccomp filter.
     */
    public static int ptrace() {
        if (LibC.ptrace(PTRACE_SEIZE, NO_PROCESS, 0, 0) != -1) {
            throw new IllegalStateException("ptrace attached to process " + NO_PROCESS + ", which cannot exist");
        }
        int errno = LibC.errno();
        return errno == LibC.ESRCH ? 0 : errno;
    }

    /** Whether there may be one more inotify instance. */
    public static int inotify() {
        return closed(LibC.inotify_init1(CLOEXEC));
    }

    /** Whether open sockets may be listed. */
    public static int socketDiagnosis() {
        return closed(LibC.socket(AF_NETLINK, SOCK_RAW | CLOEXEC, NETLINK_SOCK_DIAG));
    }

    /** Whether packets may be seen; protocol 0 receives none. */
    public static int packetSocket() {
        return closed(LibC.socket(AF_PACKET, SOCK_RAW | CLOEXEC, 0));
    }

    private static int closed(int descriptor) {
        if (descriptor < 0) {
            return LibC.errno();
        }
        LibC.close(descriptor);
        return 0;
    }
}
