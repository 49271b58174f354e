package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.libc.Wakeup;
import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessSource;
import io.jenkins.plugins.qualysfargate.sidecar.tracer.TraceKernel.Report;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Traces processes from one thread of its own. Detaching is the end of that thread: the kernel then lets go of everything
 * without stopping anything, and delivers what was about to be delivered. So closing, failing and being killed are one way out.
 */
public final class Tracer implements AutoCloseable {
    private static final long IDLE = Long.MIN_VALUE;
    private static final long RING_AGAIN_MILLIS = 5;

    private final Thread thread;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final CompletableFuture<Wakeup> wakeup = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile @Nullable Attach attach;
    private volatile long busySince = IDLE;

    private Tracer(Supplier<? extends ProcessSource> source, TraceListener listener) {
        thread = new Thread(() -> run(source.get(), listener), "tracer");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((which, failure) -> {
            wakeup.completeExceptionally(failure);
            end.complete(failure);
        });
    }

    /**
     * Starts the thread, which traces nothing yet.
     *
     * @param source is asked for once, on that thread, and used by it alone
     */
    public static Tracer start(Supplier<? extends ProcessSource> source, TraceListener listener) {
        Tracer tracer = new Tracer(source, listener);
        tracer.thread.start();
        return tracer;
    }

    /** Attaches to what is not traced yet of a process and all its descendants; to be repeated, it finds what escaped. */
    public AttachOutcome attach(int pid) throws InterruptedException {
        CompletableFuture<AttachOutcome> outcome = new CompletableFuture<>();
        commands.add(() -> {
            Attach attacher = attach;
            if (attacher != null) {
                outcome.complete(attacher.toTree(pid));
            }
        });
        while (true) {
            ring();
            try {
                return outcome.get(RING_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!thread.isAlive() && !outcome.isDone()) {
                    return new AttachOutcome.Closed();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("nothing completes it with a failure", e);
            }
        }
    }

    /** Completed when the thread has ended: with the failure that ended it, or null if it was closed. */
    public CompletableFuture<@Nullable Throwable> end() {
        return end.copy();
    }

    /** True if one report has been in work for longer than that: something stands still, and may stay so. */
    public boolean isStuck(Duration limit) {
        long since = busySince;
        return since != IDLE && System.nanoTime() - since > limit.toNanos();
    }

    /** Lets everything go. */
    @Override
    public void close() {
        closing = true;
        commands.add(() -> {});
        boolean interrupted = false;
        while (thread.isAlive()) {
            ring();
            try {
                thread.join(RING_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                // The application must be let go all the same; what interrupts us learns of it afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void ring() {
        if (wakeup.isDone() && !wakeup.isCompletedExceptionally() && thread.isAlive()) {
            wakeup.join().ring();
        }
    }

    private void run(ProcessSource source, TraceListener listener) {
        TraceKernel kernel = new LinuxTraceKernel();
        Tracees tracees = new Tracees();
        TraceLoop loop = new TraceLoop(kernel, source, listener, tracees);
        attach = new Attach(kernel, source, listener, tracees, loop);
        wakeup.complete(new Wakeup());
        boolean idle = true;
        Load load = new Load(System.nanoTime());
        try {
            while (!closing) {
                Runnable command = idle ? commands.take() : commands.poll();
                if (command != null) {
                    command.run();
                    // Attaching is work that ends.
                    load = new Load(System.nanoTime());
                    idle = false;
                    continue;
                }
                long asked = System.nanoTime();
                Report report = kernel.await();
                long told = System.nanoTime();
                if (load.waited(asked, told)) {
                    throw new OverloadException();
                }
                busySince = told;
                loop.answer(report);
                busySince = IDLE;
                idle = report instanceof Report.NothingTraced;
            }
        } catch (InterruptedException e) {
            // Nobody but the end of the program interrupts it; ending is all that it asks for.
            closing = true;
        }
        end.complete(null);
    }
}
