package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;

/** Hears what happens to traced processes, on the tracer's thread: it must return at once, others wait to be resumed. */
public interface TraceListener {
    /** A process was there when it was attached to. */
    void found(ProcessFacts facts);

    /** A process started another one. */
    void forked(int parentPid, int pid);

    /** A process runs another program now. */
    void executed(ProcessFacts facts);

    /** A process runs another program now, and was killed before it could be asked which. */
    void executedUnseen(int pid);

    /** @param exitCode as shells have it: 128 and the signal if that ended it */
    void ended(int pid, int exitCode);

    /** Nothing is traced any more. */
    void allEnded();
}
