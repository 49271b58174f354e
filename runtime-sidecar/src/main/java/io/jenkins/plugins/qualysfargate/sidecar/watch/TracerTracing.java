package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.AttachOutcome;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.TraceListener;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.Tracer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tracer of the running kernel. */
final class TracerTracing implements Tracing {
    /** Answering takes a tenth of a millisecond; a collection of garbage or a slow machine may make it a hundred. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final Tracer tracer;

    TracerTracing(Supplier<? extends ProcessSource> source, TraceListener listener) {
        tracer = Tracer.start(source, listener);
    }

    @Override
    public AttachOutcome attach(int pid) throws InterruptedException {
        return tracer.attach(pid);
    }

    @Override
    public boolean isStuck() {
        return tracer.isStuck(STUCK);
    }

    @Override
    public @Nullable String failure() {
        if (!tracer.end().isDone()) {
            return null;
        }
        Throwable failure = tracer.end().join();
        return failure == null ? "it was closed" : String.valueOf(failure.getMessage());
    }

    @Override
    public void close() {
        tracer.close();
    }
}
