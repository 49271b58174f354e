package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports what a test tells it to, in that order, and remembers what was done about it. */
final class FakeTraceKernel implements TraceKernel {
    static final int SIGTRAP = 5;
    static final int OWN_PROCESS = 99;
    static final int OWN_THREAD = 98;
    static final int FORK = 1;
    static final int CLONE = 3;
    static final int EXEC = 4;
    static final int STOP = 128;

    final List<String> calls = new ArrayList<>();
    final Set<Integer> leaders = new HashSet<>();
    final Map<Integer, Integer> refusals = new HashMap<>();
    private final Deque<Report> reports = new ArrayDeque<>();
    private final IdentityHashMap<Report, Integer> messageOf = new IdentityHashMap<>();
    private final Map<Integer, Integer> messages = new HashMap<>();

    void willReport(Report report) {
        reports.add(report);
    }

    void willStop(int thread, int event) {
        willReport(new Report.Stopped(thread, SIGTRAP, event));
    }

    void willStop(int thread, int event, int message) {
        willStop(thread, event);
        messageOf.put(reports.getLast(), message);
    }

    private Report reported(Report report) {
        if (report instanceof Report.Stopped stopped) {
            messages.put(stopped.thread(), messageOf.getOrDefault(report, 0));
        }
        return report;
    }

    @Override
    public int seize(int thread) {
        calls.add("seize " + thread);
        return refusals.getOrDefault(thread, 0);
    }

    @Override
    public Report await() {
        return reports.isEmpty() ? new Report.NothingTraced() : reported(reports.remove());
    }

    @Override
    public Report poll() {
        return reports.isEmpty() ? new Report.Interrupted() : reported(reports.remove());
    }

    @Override
    public void resume(int thread, int signal) {
        calls.add("resume " + thread + " " + signal);
    }

    @Override
    public void listen(int thread) {
        calls.add("listen " + thread);
    }

    @Override
    public int eventMessage(int thread) {
        return messages.getOrDefault(thread, 0);
    }

    @Override
    public boolean leadsProcess(int thread) {
        return leaders.contains(thread);
    }

    @Override
    public int ownProcess() {
        return OWN_PROCESS;
    }

    @Override
    public int ownThread() {
        return OWN_THREAD;
    }

    @Override
    public void reap(int thread) {
        calls.add("reap " + thread);
    }
}
