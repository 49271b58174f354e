package io.jenkins.plugins.qualysfargate.sidecar.libc;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Lets a thread leave a blocking system call, which then fails with EINTR. A ring that comes before the call is lost: ring
 * again until it was heard.
 */
public final class Wakeup {
    /** A real-time signal that neither the C library (32, 33) nor the Java machine (62) uses. */
    private static final int SIGNAL = 40;

    // struct sigaction of the C library, the same on x86-64 and arm64: handler 8, mask 128, flags 4 bytes and padding,
    // restorer 8.
    private static final int SIGACTION_SIZE = 152;

    static {
        install();
    }

    private final int process = LibC.getpid();
    private final int thread = LibC.gettid();

    /** For the calling thread. */
    public Wakeup() {}

    /** Interrupts the thread's system call, if it is in one. */
    public void ring() {
        LibC.tgkill(process, thread, SIGNAL);
    }

    /**
     * A handler must run, or the call would go on; it must do nothing, and no Java: abs, a pure function of an int, is one
     * that every C library has. Without SA_RESTART among the flags the call fails instead of going on.
     */
    private static void install() {
        Pointer handler = NativeLibrary.getInstance("c").getFunction("abs");
        NativeBuffer action = new NativeBuffer(SIGACTION_SIZE);
        action.putLong(0, Pointer.nativeValue(handler));
        if (LibC.sigaction(SIGNAL, action.address(), 0) != 0) {
            throw new IllegalStateException("could not set a handler for signal " + SIGNAL + ": errno " + LibC.errno()
                    + "; a thread that waits" + " for the kernel could never be stopped");
        }
    }
}
