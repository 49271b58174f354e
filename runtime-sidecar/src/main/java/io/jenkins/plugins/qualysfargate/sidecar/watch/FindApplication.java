package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Looks for the processes that a rule describes. */
class FindApplication {
    /** No chain of parents is that long; pids that are used again while they are read could make a circle. */
    private static final int MOST_ANCESTORS = 1000;

    private final ApplicationRule rule;
    private final ProcessSource source;
    private final BiFunction<Integer, List<Integer>, Set<Integer>> portOwners;
    private final int self;

    /**
     * @param portOwners which of the processes given listen on a port
     * @param self the sidecar's own process, which is never the application, nor is what it started
     */
    FindApplication(
            ApplicationRule rule,
            ProcessSource source,
            BiFunction<Integer, List<Integer>, Set<Integer>> portOwners,
            int self) {
        this.rule = rule;
        this.source = source;
        this.portOwners = portOwners;
        this.self = self;
    }

    ApplicationRule rule() {
        return rule;
    }

    /** The outermost ones: a process that matches and descends from another one that does is part of that. */
    List<Integer> now() {
        Map<Integer, ProcessFacts> all = new LinkedHashMap<>();
        for (int pid : source.processes()) {
            source.facts(pid).ifPresent(each -> all.put(pid, each));
        }
        Set<Integer> listeners = rule instanceof ApplicationRule.Port port
                ? portOwners.apply(port.port(), List.copyOf(all.keySet()))
                : Set.of();
        Set<Integer> matching = new HashSet<>();
        for (ProcessFacts each : all.values()) {
            // Kernel threads, and what ended and was not waited for, have no executable.
            if (!each.executable().isEmpty() && rule.matches(each, listeners)) {
                matching.add(each.pid());
            }
        }
        List<Integer> outermost = new ArrayList<>();
        for (int pid : matching) {
            List<Integer> ancestors = ancestors(pid, all);
            if (pid != self && !ancestors.contains(self) && ancestors.stream().noneMatch(matching::contains)) {
                outermost.add(pid);
            }
        }
        return List.copyOf(outermost);
    }

    private static List<Integer> ancestors(int pid, Map<Integer, ProcessFacts> all) {
        List<Integer> ancestors = new ArrayList<>();
        ProcessFacts child = all.get(pid);
        while (child != null && child.parentPid() != 0 && ancestors.size() < MOST_ANCESTORS) {
            ancestors.add(child.parentPid());
            child = all.get(child.parentPid());
        }
        return ancestors;
    }
}
