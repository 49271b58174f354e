package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.libc.Kernel;
import io.jenkins.plugins.qualysfargate.sidecar.proc.InotifyLimits;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import io.jenkins.plugins.qualysfargate.sidecar.proc.PtraceScope;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about this machine and this process; nothing is concluded yet.
 *
 * @param own the sidecar's own process
 * @param ptraceScope null where the kernel runs without Yama
 * @param target the process that shall be watched; null if none was named
 */
record MachineFacts(
        Kernel kernel,
        ProcessStatus own,
        @Nullable PtraceScope ptraceScope,
        InotifyLimits inotifyLimits,
        Trials trials,
        @Nullable Target target) {

    /** What came of trying: 0, or the errno of the refusal. */
    record Trials(int ptrace, int inotify, int socketDiagnosis, int packetSocket) {}

    /**
     * A process that shall be watched.
     *
     * @param status null if there is no such process
     * @param rootReadable true if its file system can be entered
     */
    record Target(long pid, @Nullable ProcessStatus status, boolean rootReadable) {}
}
