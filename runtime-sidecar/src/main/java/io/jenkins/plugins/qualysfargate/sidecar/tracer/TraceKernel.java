package io.jenkins.plugins.qualysfargate.sidecar.tracer;

/** What the kernel does for a tracer; all calls come from one thread. A thread that is gone is never an error. */
interface TraceKernel {

    /**
     * Begins to trace one thread and all that it will start, without stopping it.
     *
     * @return 0, or the errno of the refusal
     */
    int seize(int thread);

    /** Blocks until something happened to a traced thread, the caller is interrupted, or nothing is traced. */
    Report await();

    /** The same without blocking: interrupted if nothing happened. */
    Report poll();

    /** Lets a thread that stands still go on, with the signal given; 0 for none. */
    void resume(int thread, int signal);

    /** Leaves a thread stopped that a signal stopped, until the application lets it go on. */
    void listen(int thread);

    /** The number that belongs to the event at which the thread stands still. */
    int eventMessage(int thread);

    /** True if it is the first thread of a process, so that its id is the process' too. */
    boolean leadsProcess(int thread);

    /** The process that traces. */
    int ownProcess();

    /** The thread that traces: what the kernel calls the tracer. */
    int ownThread();

    /** Takes note of the end of a thread, so that its parent can. */
    void reap(int thread);

    /** What became of one traced thread, or why there is nothing to tell. */
    sealed interface Report {
        /**
         * It stands still until it is resumed.
         *
         * @param signal the one that would be delivered, or SIGTRAP
         * @param event 0, or a PTRACE_EVENT of linux/ptrace.h
         */
        record Stopped(int thread, int signal, int event) implements Report {}

        /** @param exitCode as shells have it: 128 and the signal if that ended it */
        record Ended(int thread, int exitCode) implements Report {}

        /** Somebody wants the thread that waits. */
        record Interrupted() implements Report {}

        /** Nothing is traced. */
        record NothingTraced() implements Report {}
    }
}
