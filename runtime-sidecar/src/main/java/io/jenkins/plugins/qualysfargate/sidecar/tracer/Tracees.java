package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which threads are traced, and whose they are. A new thread and the one that started it report independently of each
 * other: the new one may even be gone before its start is told.
 */
final class Tracees {
    /** The process of a thread that reported before the one that started it. */
    private static final int UNKNOWN = 0;

    private static final int MOST_EARLY_ENDS = 4096;

    /** @param announced false as long as the one that started it has not reported */
    private record Tracee(int process, boolean announced) {}

    private final Map<Integer, Tracee> byThread = new HashMap<>();
    private final Set<Integer> endedEarly = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > MOST_EARLY_ENDS;
        }
    });

    /** It was there before the tracer. */
    void found(int thread, int process) {
        byThread.put(thread, new Tracee(process, true));
    }

    /** It reports before the one that started it. */
    void bornEarly(int thread, boolean leadsProcess) {
        byThread.put(thread, new Tracee(leadsProcess ? thread : UNKNOWN, false));
    }

    /** True if its start, told by the one that started it, is news: it did not report yet, and is not gone already. */
    boolean announced(int thread, int process) {
        if (endedEarly.remove(thread)) {
            return false;
        }
        return byThread.put(thread, new Tracee(process, true)) == null;
    }

    /** A process runs another program: all its threads but one are gone, and that one has the process' id now. */
    void executed(int process, int formerThread) {
        Tracee former = byThread.get(process);
        if (formerThread != process) {
            byThread.remove(formerThread);
        }
        byThread.put(process, new Tracee(process, former == null || former.announced()));
    }

    boolean contains(int thread) {
        return byThread.containsKey(thread);
    }

    /** The process of a thread; the thread itself if it is not known. */
    int processOf(int thread) {
        Tracee tracee = byThread.get(thread);
        return tracee == null || tracee.process() == UNKNOWN ? thread : tracee.process();
    }

    /** True if a process ended with it. */
    boolean ended(int thread) {
        @Nullable Tracee tracee = byThread.remove(thread);
        if (tracee == null || !tracee.announced()) {
            endedEarly.add(thread);
        }
        return tracee != null && tracee.process() == thread;
    }

    void clear() {
        byThread.clear();
        endedEarly.clear();
    }

    int count() {
        return byThread.size();
    }
}
