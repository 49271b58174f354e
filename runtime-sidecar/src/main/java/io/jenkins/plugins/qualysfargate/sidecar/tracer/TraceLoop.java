package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.TraceKernel.Report;
import java.util.Optional;

/** Answers what the kernel reports: every thread that stands still is resumed before this returns. */
final class TraceLoop {
    // linux/ptrace.h
    private static final int EVENT_FORK = 1;
    private static final int EVENT_VFORK = 2;
    private static final int EVENT_CLONE = 3;
    private static final int EVENT_EXEC = 4;
    private static final int EVENT_STOP = 128;

    // asm-generic/signal.h: the signals that stop a process until it is continued.
    private static final int SIGSTOP = 19;
    private static final int SIGTTOU = 22;

    private final TraceKernel kernel;
    private final ProcessSource source;
    private final TraceListener listener;
    private final Tracees tracees;
    private boolean tracing;

    TraceLoop(TraceKernel kernel, ProcessSource source, TraceListener listener, Tracees tracees) {
        this.kernel = kernel;
        this.source = source;
        this.listener = listener;
        this.tracees = tracees;
    }

    /** Something is traced from now on: that it ended will be told. */
    void tracing() {
        tracing = true;
    }

    /** Answers everything that is reported by now. */
    void answerPending() {
        boolean more = true;
        while (more) {
            more = answer(kernel.poll());
        }
    }

    /** False if there was nothing to answer. */
    boolean answer(Report report) {
        if (report instanceof Report.Stopped stopped) {
            stopped(stopped);
            return true;
        }
        if (report instanceof Report.Ended ended) {
            ended(ended);
            return true;
        }
        if (report instanceof Report.NothingTraced && tracing) {
            tracing = false;
            tracees.clear();
            listener.allEnded();
        }
        return false;
    }

    private void stopped(Report.Stopped stop) {
        int thread = stop.thread();
        switch (stop.event()) {
            // About to get a signal, which must reach it.
            case 0 -> kernel.resume(thread, stop.signal());
            case EVENT_EXEC -> executed(thread);
            case EVENT_FORK, EVENT_VFORK, EVENT_CLONE -> started(thread);
            case EVENT_STOP -> {
                if (stop.signal() >= SIGSTOP && stop.signal() <= SIGTTOU) {
                    kernel.listen(thread);
                } else {
                    born(thread);
                }
            }
            default -> kernel.resume(thread, 0);
        }
    }

    private void executed(int pid) {
        // All other threads of the process are gone; the one that called exec has the id of the process from now on.
        int former = kernel.eventMessage(pid);
        Optional<ProcessFacts> facts = source.facts(pid);
        kernel.resume(pid, 0);
        tracees.executed(pid, former == 0 ? pid : former);
        facts.ifPresentOrElse(listener::executed, () -> listener.executedUnseen(pid));
    }

    private void started(int thread) {
        int child = kernel.eventMessage(thread);
        kernel.resume(thread, 0);
        if (child == 0) {
            return;
        }
        int parent = tracees.processOf(thread);
        boolean process = kernel.leadsProcess(child);
        if (tracees.announced(child, process ? child : parent) && process) {
            listener.forked(parent, child);
        }
    }

    private void born(int thread) {
        if (tracees.contains(thread)) {
            kernel.resume(thread, 0);
            return;
        }
        boolean process = kernel.leadsProcess(thread);
        Optional<Integer> parent = process ? source.parent(thread) : Optional.empty();
        kernel.resume(thread, 0);
        tracees.bornEarly(thread, process);
        if (process) {
            listener.forked(parent.orElse(0), thread);
        }
    }

    private void ended(Report.Ended end) {
        kernel.reap(end.thread());
        if (tracees.ended(end.thread())) {
            listener.ended(end.thread(), end.exitCode());
        }
    }
}
