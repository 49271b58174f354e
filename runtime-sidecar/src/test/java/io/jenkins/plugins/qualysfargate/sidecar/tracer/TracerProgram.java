package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import java.nio.file.Path;

/** A tracer in a process of its own, for tests that kill it. */
final class TracerProgram {
    private TracerProgram() {}

    public static void main(String[] words) throws InterruptedException {
        if (words.length == 2) {
            holdFirstSignal(Integer.parseInt(words[0]));
        }
        try (Tracer tracer = Tracer.start(() -> new ProcProcesses(Path.of("/proc")), new RecordingListener())) {
            AttachOutcome outcome = tracer.attach(Integer.parseInt(words[0]));
            System.out.println(outcome);
            Thread.currentThread().join();
        }
    }

    /** Traces, and leaves the application standing still where a signal is about to be delivered. */
    private static void holdFirstSignal(int pid) throws InterruptedException {
        TraceKernel kernel = new LinuxTraceKernel();
        int errno = kernel.seize(pid);
        TraceKernel.Report report = kernel.await();
        while (report instanceof TraceKernel.Report.Stopped stopped && stopped.event() != 0) {
            kernel.resume(stopped.thread(), 0);
            report = kernel.await();
        }
        System.out.println("errno " + errno + " holds " + report);
        Thread.currentThread().join();
    }
}
