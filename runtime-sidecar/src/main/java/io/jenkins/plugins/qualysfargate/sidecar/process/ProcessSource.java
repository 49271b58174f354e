package io.jenkins.plugins.qualysfargate.sidecar.process;

import java.util.List;
import java.util.Optional;

/** Where facts about running processes come from; a process may be gone at any moment. */
public interface ProcessSource {
    /** Everything about one process; empty if it is gone. */
    Optional<ProcessFacts> facts(int pid);

    /** The processes that can be seen, in no order. */
    List<Integer> processes();

    /** The threads of a process; empty if it is gone. */
    List<Integer> threads(int pid);

    /** The parent of a process; empty if it is gone. */
    Optional<Integer> parent(int pid);

    /** Who traces a process: 0 if nobody; empty if it is gone. */
    Optional<Integer> tracer(int pid);
}
