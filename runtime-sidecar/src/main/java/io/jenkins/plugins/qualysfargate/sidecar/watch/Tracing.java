package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome;
import org.jspecify.annotations.Nullable;

/** A tracer, as the watch needs it. */
interface Tracing extends AutoCloseable {
    /** To a process and its descendants; what is traced already stays so. */
    AttachOutcome attach(int pid) throws InterruptedException;

    /** True if something has been standing still for so long that it must be let go. */
    boolean isStuck();

    /** Why it traces no more; null as long as it does. */
    @Nullable
    String failure();

    /** Lets everything go. */
    @Override
    void close();
}
