package io.jenkins.plugins.qualysfargate.sidecar.libc;

/** What {@code waitid} wrote about one thread: the fields of {@code siginfo_t}, whose places are the same on x86-64 and arm64. */
public final class WaitStatus {
    /** asm-generic/siginfo.h: ended by itself; the status is the exit code. */
    public static final int CLD_EXITED = 1;

    /** asm-generic/siginfo.h: ended by the signal that the status is. */
    public static final int CLD_KILLED = 2;

    /** asm-generic/siginfo.h: the same, and it left a core dump. */
    public static final int CLD_DUMPED = 3;

    /** asm-generic/siginfo.h: stands still for its tracer; the status is the signal, and the event in the second byte. */
    public static final int CLD_TRAPPED = 4;

    private static final int SIZE = 128;
    private static final int CODE = 8;
    private static final int PID = 16;
    private static final int STATUS = 24;

    private final NativeBuffer siginfo = new NativeBuffer(SIZE);

    /** Waits; the result is 0, or the errno of the failure. */
    public int await(int idtype, int id, int options) {
        return LibC.waitid(idtype, id, siginfo.address(), options) == 0 ? 0 : LibC.errno();
    }

    /** Forgets the last answer. */
    public void clear() {
        siginfo.putInt(PID, 0);
    }

    public int code() {
        return siginfo.intAt(CODE);
    }

    public int pid() {
        return siginfo.intAt(PID);
    }

    public int status() {
        return siginfo.intAt(STATUS);
    }
}
