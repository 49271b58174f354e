package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The processes that are attached to, with a tracer that is replaced when it fails. */
final class Following {
    /** What was too much a moment ago is likely to be so again. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Supplier<? extends Tracing> tracings;
    private final EventStream events;
    private final Coverages coverages;
    private final IntFunction<String> controlGroups;
    private final LongSupplier nanos;
    private final Set<Integer> roots = new TreeSet<>();
    private @Nullable Tracing tracing;
    private long tryAgain;
    private boolean refused;
    private boolean limited;

    /**
     * @param controlGroups of a process; empty if it is gone
     * @param nanos a clock that only goes forward
     */
    Following(
            Supplier<? extends Tracing> tracings,
            EventStream events,
            Coverages coverages,
            IntFunction<String> controlGroups,
            LongSupplier nanos) {
        this.tracings = tracings;
        this.events = events;
        this.coverages = coverages;
        this.controlGroups = controlGroups;
        this.nanos = nanos;
        this.tryAgain = nanos.getAsLong();
    }

    /** True if something is attached to. */
    boolean any() {
        return !roots.isEmpty();
    }

    /** True if a process that was found last could not be attached to. */
    boolean refused() {
        return refused;
    }

    boolean isStuck() {
        return tracing != null && tracing.isStuck();
    }

    /**
     * Attaches to what was found, and to what descends from it and escaped so far.
     *
     * @return true if all that was followed is gone, even if something else was found in its place
     */
    boolean follow(List<Integer> found) throws InterruptedException {
        Tracing tracer = tracer();
        if (tracer == null) {
            refused = true;
            return false;
        }
        refused = false;
        boolean some = any();
        for (int root : List.copyOf(roots)) {
            attach(root, tracer.attach(root));
        }
        boolean gone = some && !any();
        if (gone) {
            coverages.unavailable("the application ended; waiting for it to come back");
        }
        for (int root : found) {
            if (!roots.contains(root)) {
                attach(root, tracer.attach(root));
            }
        }
        return gone;
    }

    /** The tracer, or null as long as none shall be started again after one failed. */
    private @Nullable Tracing tracer() {
        if (tracing == null && nanos.getAsLong() - tryAgain >= 0) {
            tracing = tracings.get();
        }
        String failure = tracing == null ? null : tracing.failure();
        if (failure != null) {
            coverages.unavailable(
                    "the tracer let go, and tries again in " + PAUSE.toSeconds() + " seconds: " + failure);
            roots.clear();
            tracing = null;
            tryAgain = nanos.getAsLong() + PAUSE.toNanos();
        }
        return tracing;
    }

    private void attach(int root, AttachOutcome outcome) {
        boolean news = !roots.contains(root);
        if (outcome instanceof AttachOutcome.Attached attached) {
            roots.add(root);
            if (news) {
                events.about(controlGroups.apply(root));
            }
            boolean better = limited && attached.refused() == 0;
            limited = attached.refused() > 0;
            if (limited) {
                coverages.limited(attached.refused() + " threads of process " + root
                        + " could not be attached to: what they start is not seen");
            } else if (news || better) {
                coverages.available("process " + root + " and what it starts are followed");
            }
        } else if (outcome instanceof AttachOutcome.Refused no) {
            refused = true;
            coverages.unavailable(reason(root, no));
        } else {
            roots.remove(root);
        }
    }

    void close() {
        if (tracing != null) {
            tracing.close();
        }
    }

    private static String reason(int root, AttachOutcome.Refused no) {
        if (no.tracerPid() != 0) {
            return "process " + root + " is traced by " + no.tracerPid()
                    + " already, and only one tracer is possible: end the debugger or the other agent";
        }
        String errno = no.errno() == LibC.EPERM ? "EPERM" : "errno " + no.errno();
        return "the kernel refuses to let process " + root + " be traced (" + errno
                + "): look for a seccomp profile, a user namespace or another security module";
    }
}
