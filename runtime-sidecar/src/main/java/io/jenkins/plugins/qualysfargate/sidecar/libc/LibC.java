package io.jenkins.plugins.qualysfargate.sidecar.libc;

import com.sun.jna.Native;

/**
 * Functions of the C library under their C names, mapped directly. A result of -1 means failure, and {@link #errno()} then
 * says which, on the same thread. Loading it throws a {@link LinkageError} where JNA has no native part.
 */
public final class LibC {
    /** asm-generic/errno-base.h. */
    public static final int EPERM = 1;

    /** asm-generic/errno-base.h. */
    public static final int ESRCH = 3;

    /** asm-generic/errno-base.h: a signal came before the call had a result. */
    public static final int EINTR = 4;

    /** asm-generic/errno-base.h. */
    public static final int ECHILD = 10;

    /** asm-generic/errno-base.h. */
    public static final int EMFILE = 24;

    /** linux/ptrace.h: attach without stopping. */
    public static final int PTRACE_SEIZE = 0x4206;

    /** linux/ptrace.h: go on, with the signal given. */
    public static final int PTRACE_CONT = 7;

    /** linux/ptrace.h: the number that belongs to the event. */
    public static final int PTRACE_GETEVENTMSG = 0x4201;

    /** linux/ptrace.h: stay stopped like a process that nobody traces, until it is told to go on. */
    public static final int PTRACE_LISTEN = 0x4208;

    /** asm-generic/fcntl.h. */
    public static final int O_RDONLY = 0;

    /** linux/wait.h. */
    public static final int P_ALL = 0;

    /** linux/wait.h. */
    public static final int P_PID = 1;

    /** linux/wait.h. */
    public static final int WNOHANG = 1;

    /** linux/wait.h. */
    public static final int WSTOPPED = 2;

    /** linux/wait.h. */
    public static final int WEXITED = 4;

    /** linux/wait.h: look, and leave it to be found again. */
    public static final int WNOWAIT = 0x01000000;

    /** linux/wait.h: nothing of the other threads of this process. */
    public static final int WNOTHREAD = 0x20000000;

    /** linux/wait.h: threads and processes alike. */
    public static final int WALL = 0x40000000;

    /** linux/socket.h. */
    public static final int AF_NETLINK = 16;

    /** linux/socket.h. */
    public static final int AF_PACKET = 17;

    /** linux/net.h. */
    public static final int SOCK_RAW = 3;

    /** asm-generic/fcntl.h, as O_CLOEXEC; the same value in SOCK_CLOEXEC and IN_CLOEXEC. */
    public static final int CLOEXEC = 02000000;

    /** linux/netlink.h. */
    public static final int NETLINK_SOCK_DIAG = 4;

    /** linux/utsname.h: length of each field of {@code struct new_utsname}, its zero byte included. */
    public static final int UTSNAME_FIELD = 65;

    /** linux/utsname.h: sysname, nodename, release, version, machine, domainname. */
    public static final int UTSNAME_FIELDS = 6;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    /**
     * Declared with a variable list in C; on x86-64 and arm64 Linux, the only ones here, both forms are called alike.
     *
     * @param pid a process or thread
     */
    public static native long ptrace(int request, int pid, long addr, long data);

    public static native int inotify_init1(int flags);

    public static native int socket(int domain, int type, int protocol);

    public static native int close(int fd);

    /** @param path ends with a zero byte */
    public static native int open(byte[] path, int flags);

    /** @param buffer address of at least {@code count} bytes */
    public static native long read(int fd, long buffer, long count);

    /** @param path ends with a zero byte */
    public static native long readlink(byte[] path, long buffer, long size);

    /** @param siginfo address of {@code siginfo_t}, 128 bytes */
    public static native int waitid(int idtype, int id, long siginfo, int options);

    /** @param signal 0 only asks whether this thread belongs to this process */
    public static native int tgkill(int process, int thread, int signal);

    public static native int getpid();

    public static native int gettid();

    /** @param act address of {@code struct sigaction} */
    public static native int sigaction(int signal, long act, long old);

    /** @param utsname {@link #UTSNAME_FIELDS} fields of {@link #UTSNAME_FIELD} bytes */
    public static native int uname(byte[] utsname);

    /** Why the last call of this thread failed. */
    public static int errno() {
        return Native.getLastError();
    }
}
