package io.jenkins.plugins.qualysfargate.sidecar.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes that run, as far as they were seen, and which one started which. Memory is bounded: beyond the limit the
 * process that was seen longest ago is forgotten, and counted. For one thread at a time.
 */
public final class ProcessTree {
    private final int most;
    private final Map<Integer, ProcessFacts> byPid = new LinkedHashMap<>();
    private long forgotten;

    /** @param most processes that are remembered at once */
    public ProcessTree(int most) {
        this.most = most;
    }

    /** A process was seen, with what it now is; a process that had its pid before is gone. */
    public void seen(ProcessFacts facts) {
        byPid.remove(facts.pid());
        if (byPid.size() == most) {
            byPid.remove(byPid.keySet().iterator().next());
            forgotten++;
        }
        byPid.put(facts.pid(), facts);
    }

    /** A process split itself in two: the child runs what its parent runs. */
    public void forked(int parentPid, int pid) {
        ProcessFacts parent = byPid.get(parentPid);
        if (parent != null) {
            // The start time is the child's own and not known yet; the next time it is seen, it comes with it.
            seen(new ProcessFacts(
                    pid, parentPid, parent.uid(), parent.startTicks(), parent.executable(), parent.commandLine()));
        }
    }

    /** A process ended; its children stay. */
    public void ended(int pid) {
        byPid.remove(pid);
    }

    public Optional<ProcessFacts> of(int pid) {
        return Optional.ofNullable(byPid.get(pid));
    }

    /** The parent, its parent and so on, the nearest first, as far as they are known and were there before their child. */
    public List<ProcessFacts> ancestors(int pid) {
        List<ProcessFacts> ancestors = new ArrayList<>();
        ProcessFacts child = byPid.get(pid);
        while (child != null && ancestors.size() < most) {
            ProcessFacts parent = byPid.get(child.parentPid());
            if (parent == null || parent.startTicks() > child.startTicks() || parent.pid() == child.pid()) {
                break;
            }
            ancestors.add(parent);
            child = parent;
        }
        return List.copyOf(ancestors);
    }

    public int size() {
        return byPid.size();
    }

    /** How many were forgotten for lack of room. */
    public long forgotten() {
        return forgotten;
    }
}
