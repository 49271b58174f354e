package io.jenkins.plugins.qualysfargate.sidecar.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Processes that a test makes up. */
public final class FakeProcesses implements ProcessSource {
    private final Map<Integer, ProcessFacts> facts = new TreeMap<>();
    private final Map<Integer, List<Integer>> threads = new HashMap<>();
    private final Map<Integer, Integer> tracers = new HashMap<>();

    /** Adds a process with one thread. */
    public FakeProcesses with(int pid, int parentPid, String executable, String... words) {
        facts.put(pid, new ProcessFacts(pid, parentPid, 0, 1000L + pid, executable, CommandLine.of(List.of(words))));
        threads.put(pid, new ArrayList<>(List.of(pid)));
        return this;
    }

    /** Adds a thread to a process. */
    public FakeProcesses withThread(int pid, int thread) {
        threads.computeIfAbsent(pid, each -> new ArrayList<>()).add(thread);
        return this;
    }

    /** Lets a process be traced by another one. */
    public FakeProcesses tracedBy(int pid, int tracer) {
        tracers.put(pid, tracer);
        return this;
    }

    /** Ends a process. */
    public void without(int pid) {
        facts.remove(pid);
        threads.remove(pid);
    }

    @Override
    public Optional<ProcessFacts> facts(int pid) {
        return Optional.ofNullable(facts.get(pid));
    }

    @Override
    public List<Integer> processes() {
        return List.copyOf(facts.keySet());
    }

    @Override
    public List<Integer> threads(int pid) {
        return List.copyOf(threads.getOrDefault(pid, List.of()));
    }

    @Override
    public Optional<Integer> parent(int pid) {
        return facts(processOf(pid)).map(ProcessFacts::parentPid);
    }

    private int processOf(int thread) {
        return threads.entrySet().stream()
                .filter(each -> each.getValue().contains(thread))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(thread);
    }

    @Override
    public Optional<Integer> tracer(int pid) {
        return facts(processOf(pid)).map(each -> tracers.getOrDefault(each.pid(), 0));
    }
}
