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

    /** asm-generic/errno-base.h. */
    public static final int EMFILE = 24;

    /** linux/ptrace.h: attach without stopping. */
    public static final int PTRACE_SEIZE = 0x4206;

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

    /** @param utsname {@link #UTSNAME_FIELDS} fields of {@link #UTSNAME_FIELD} bytes */
    public static native int uname(byte[] utsname);

    /** Why the last call of this thread failed. */
    public static int errno() {
        return Native.getLastError();
    }
}
