package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Looks at several sources at once, so that one that does not answer keeps the others waiting only once. */
final class Looks {
    private final Executor executor;

    /** @param executor that runs what it is given at some time, or the caller's own thread */
    Looks(Executor executor) {
        this.executor = executor;
    }

    /** What came of each, in their order; a source that breaks instead of answering is blind. */
    List<Look> at(List<CheckedSource> sources, Function<CheckedSource, Instant> from, Instant now) {
        List<FutureTask<Look>> tasks = new ArrayList<>();
        for (CheckedSource each : sources) {
            Instant since = from.apply(each);
            FutureTask<Look> task = new FutureTask<>(() -> each.source().look(since, now));
            tasks.add(task);
            executor.execute(task);
        }
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            looks.add(result(tasks.get(i), sources.get(i).id(), now));
        }
        return looks;
    }

    private static Look result(FutureTask<Look> task, String sourceId, Instant now) {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            return blind(sourceId, now, "The check was told to stop before the source had answered.");
        } catch (ExecutionException broken) {
            return blind(sourceId, now, "Looking at the source failed: " + broken.getCause());
        }
    }

    private static Look blind(String sourceId, Instant now, String reason) {
        return new Look.Blind(sourceId, now, reason, "If it happens again, report it with this text.", false);
    }
}
