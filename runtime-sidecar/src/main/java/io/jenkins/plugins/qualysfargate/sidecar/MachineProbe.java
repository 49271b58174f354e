package io.jenkins.plugins.qualysfargate.sidecar;

import io.jenkins.plugins.qualysfargate.sidecar.MachineFacts.Target;
import io.jenkins.plugins.qualysfargate.sidecar.MachineFacts.Trials;
import io.jenkins.plugins.qualysfargate.sidecar.libc.Kernel;
import io.jenkins.plugins.qualysfargate.sidecar.libc.Trial;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcFileSystem;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Finds out the facts of the running machine, without leaving a trace on any process. */
final class MachineProbe {
    private final ProcFileSystem proc;

    MachineProbe(ProcFileSystem proc) {
        this.proc = proc;
    }

    /**
     * @param pid the process that shall be watched; null for none
     * @throws IOException if the proc file system cannot be read or understood
     * @throws LinkageError if the native part of JNA cannot be loaded
     */
    MachineFacts facts(@Nullable Long pid) throws IOException {
        Trials trials = new Trials(Trial.ptrace(), Trial.inotify(), Trial.socketDiagnosis(), Trial.packetSocket());
        return new MachineFacts(
                Kernel.running(),
                proc.ownStatus(),
                proc.ptraceScope().orElse(null),
                proc.inotifyLimits(),
                trials,
                pid == null ? null : target(pid));
    }

    private Target target(long pid) throws IOException {
        ProcessStatus status;
        try {
            status = proc.status(pid);
        } catch (NoSuchFileException e) {
            return new Target(pid, null, false);
        }
        return new Target(pid, status, proc.canEnterRoot(pid));
    }
}
