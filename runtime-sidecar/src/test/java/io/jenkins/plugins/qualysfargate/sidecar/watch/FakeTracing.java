package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attaches to what a test says exists. */
final class FakeTracing implements Tracing {
    final Map<Integer, AttachOutcome> outcomes = new HashMap<>();
    final List<Integer> attached = new ArrayList<>();

    @Nullable
    String failure;

    boolean stuck;
    boolean closed;

    @Override
    public AttachOutcome attach(int pid) {
        attached.add(pid);
        return outcomes.getOrDefault(pid, new AttachOutcome.Gone());
    }

    @Override
    public boolean isStuck() {
        return stuck;
    }

    @Override
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
    }
}
