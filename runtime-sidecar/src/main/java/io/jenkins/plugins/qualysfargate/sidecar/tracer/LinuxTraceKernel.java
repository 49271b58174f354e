package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.libc.NativeBuffer;
import io.jenkins.plugins.qualysfargate.sidecar.libc.WaitStatus;

/** The running kernel, for the thread that makes it. */
final class LinuxTraceKernel implements TraceKernel {
    // linux/ptrace.h. Not among them: PTRACE_O_EXITKILL, which would end the application with the sidecar, and
    // PTRACE_O_TRACEEXIT, a second stop for an end that is reported anyway.
    private static final int TRACE_FORK = 0x02;
    private static final int TRACE_VFORK = 0x04;
    private static final int TRACE_CLONE = 0x08;
    private static final int TRACE_EXEC = 0x10;
    private static final int EVENT_EXEC = 4;
    private static final int OPTIONS = TRACE_FORK | TRACE_VFORK | TRACE_CLONE | TRACE_EXEC;

    // Only what this thread traces: the children of others, and their exit codes, belong to those who started them.
    private static final int OF_THIS_THREAD = LibC.WNOTHREAD | LibC.WALL;

    // A look that leaves the stop in place. Were it taken away, a signal that is about to be delivered would be lost if
    // the
    // sidecar were killed before it has resumed the thread; so the kernel delivers it itself.
    private static final int LOOK = LibC.WSTOPPED | LibC.WEXITED | LibC.WNOWAIT | OF_THIS_THREAD;

    private static final int SIGNALLED = 128;

    private final int process = LibC.getpid();
    private final int thread = LibC.gettid();
    private final WaitStatus status = new WaitStatus();
    private final NativeBuffer message = new NativeBuffer(Long.BYTES);

    @Override
    public int seize(int thread) {
        return LibC.ptrace(LibC.PTRACE_SEIZE, thread, 0, OPTIONS) == -1 ? LibC.errno() : 0;
    }

    @Override
    public Report await() {
        return look(LOOK);
    }

    @Override
    public Report poll() {
        return look(LOOK | LibC.WNOHANG);
    }

    private Report look(int options) {
        // With WNOHANG, and nothing to tell, the kernel writes no pid; an old one must not be taken for an answer.
        status.clear();
        int errno = status.await(LibC.P_ALL, 0, options);
        if (errno == LibC.EINTR) {
            return new Report.Interrupted();
        }
        if (errno == LibC.ECHILD) {
            return new Report.NothingTraced();
        }
        if (errno != 0) {
            throw new IllegalStateException(
                    "waitid failed with errno " + errno + ", which it only does for arguments that are wrong");
        }
        if (status.pid() == 0) {
            return new Report.Interrupted();
        }
        return switch (status.code()) {
            case WaitStatus.CLD_EXITED -> new Report.Ended(status.pid(), status.status());
            case WaitStatus.CLD_KILLED, WaitStatus.CLD_DUMPED ->
                new Report.Ended(status.pid(), SIGNALLED + (status.status() & 0x7f));
            default -> stopped(status.pid(), status.status());
        };
    }

    private Report stopped(int thread, int stop) {
        int event = stop >> 8;
        if (event == EVENT_EXEC) {
            // A program that was started by another thread than the first one has changed its id with that. Until the
            // stop
            // is taken, the kernel refuses every request about it, lest it be meant for the thread that had the id
            // before.
            status.await(LibC.P_PID, thread, LibC.WSTOPPED | LibC.WNOHANG | OF_THIS_THREAD);
        }
        return new Report.Stopped(thread, stop & 0xff, event);
    }

    @Override
    public void resume(int thread, int signal) {
        // It fails only if the thread was killed meanwhile, and then its end is reported.
        LibC.ptrace(LibC.PTRACE_CONT, thread, 0, signal);
    }

    @Override
    public void listen(int thread) {
        if (LibC.ptrace(LibC.PTRACE_LISTEN, thread, 0, 0) == -1 && LibC.errno() != LibC.ESRCH) {
            // No longer stopped by a signal: let it go on rather than stand still for ever.
            resume(thread, 0);
        }
    }

    @Override
    public int eventMessage(int thread) {
        return LibC.ptrace(LibC.PTRACE_GETEVENTMSG, thread, 0, message.address()) == -1 ? 0 : message.intAt(0);
    }

    @Override
    public boolean leadsProcess(int thread) {
        return LibC.tgkill(thread, thread, 0) == 0;
    }

    @Override
    public int ownProcess() {
        return process;
    }

    @Override
    public int ownThread() {
        return thread;
    }

    @Override
    public void reap(int thread) {
        status.await(LibC.P_PID, thread, LibC.WEXITED | LibC.WNOHANG | OF_THIS_THREAD);
    }
}
