package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attaches to every thread of a process and of its descendants, and looks again until there is none that is new. */
final class Attach {
    /** A process that starts threads faster than they are found is left after so many looks; the next rescan goes on. */
    private static final int MOST_LOOKS = 64;
    /** Those that are traced already must not wait for those that are not. */
    private static final int BETWEEN_ANSWERS = 64;

    private final TraceKernel kernel;
    private final ProcessSource source;
    private final TraceListener listener;
    private final Tracees tracees;
    private final TraceLoop loop;
    private int added;
    private final Set<Integer> refused = new HashSet<>();
    private int errno;

    Attach(TraceKernel kernel, ProcessSource source, TraceListener listener, Tracees tracees, TraceLoop loop) {
        this.kernel = kernel;
        this.source = source;
        this.listener = listener;
        this.tracees = tracees;
        this.loop = loop;
    }

    /** To a process and its descendants; the sidecar itself is left out. */
    AttachOutcome toTree(int root) {
        boolean wasTraced = tracees.contains(root);
        added = 0;
        errno = 0;
        int before = -1;
        for (int look = 0; look < MOST_LOOKS && before != added; look++) {
            before = added;
            refused.clear();
            for (int process : tree(root)) {
                if (process != kernel.ownProcess()) {
                    process(process);
                }
            }
        }
        if (wasTraced || tracees.contains(root)) {
            // Refused too: threads that were just ending, and those that are traced since they started, but did not
            // report.
            refused.removeIf(
                    each -> source.parent(each).isEmpty() || source.tracer(each).orElse(0) == kernel.ownThread());
            return new AttachOutcome.Attached(added, refused.size());
        }
        // What has ended and was not waited for yet is refused too.
        if (errno == 0 || source.parent(root).isEmpty()) {
            return new AttachOutcome.Gone();
        }
        return new AttachOutcome.Refused(errno, source.tracer(root).orElse(0));
    }

    private void process(int process) {
        boolean news = !tracees.contains(process);
        int clean = 0;
        // One look may miss a thread while another one ends; two in a row without anything new do not.
        for (int look = 0; look < MOST_LOOKS && clean < 2; look++) {
            clean = threads(process) == 0 ? clean + 1 : 0;
        }
        if (news && tracees.contains(process)) {
            source.facts(process).ifPresent(listener::found);
        }
    }

    private int threads(int process) {
        int fresh = 0;
        for (int thread : source.threads(process)) {
            if (tracees.contains(thread)) {
                continue;
            }
            int failure = kernel.seize(thread);
            if (failure == 0) {
                tracees.found(thread, process);
                loop.tracing();
                fresh++;
                added++;
            } else if (failure != LibC.ESRCH) {
                refused.add(thread);
                errno = failure;
            }
            if (fresh % BETWEEN_ANSWERS == BETWEEN_ANSWERS - 1) {
                loop.answerPending();
            }
        }
        loop.answerPending();
        return fresh;
    }

    private List<Integer> tree(int root) {
        Map<Integer, List<Integer>> children = new HashMap<>();
        for (int process : source.processes()) {
            source.parent(process).ifPresent(each -> children.computeIfAbsent(each, parent -> new ArrayList<>())
                    .add(process));
        }
        List<Integer> tree = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            int process = open.remove();
            tree.add(process);
            // Taken out, so that pids that were used again while they were read can make no circle.
            List<Integer> found = children.remove(process);
            if (found != null) {
                open.addAll(found);
            }
        }
        return tree;
    }
}
