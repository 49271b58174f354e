package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Which scan answers for each of many digests: one small query for each, some at a time. */
final class LatestScans {
    // Each waits for an answer nearly all of its time; the pool of connections has four times as many.
    private static final int AT_ONCE = 16;

    private final Lines lines;

    LatestScans(Lines lines) {
        this.lines = lines;
    }

    Map<Digest, ScanSummary> of(Collection<Digest> digests) {
        Map<Digest, Future<Optional<ScanSummary>>> asked = new LinkedHashMap<>();
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE, LatestScans::thread);
        try {
            for (Digest digest : new LinkedHashSet<>(digests)) {
                asked.put(digest, askers.submit(() -> latest(digest)));
            }
            Map<Digest, ScanSummary> found = new HashMap<>();
            for (Map.Entry<Digest, Future<Optional<ScanSummary>>> each : asked.entrySet()) {
                answer(each.getValue()).ifPresent(scan -> found.put(each.getKey(), scan));
            }
            return found;
        } finally {
            askers.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "history look-up");
        thread.setDaemon(true);
        return thread;
    }

    private static Optional<ScanSummary> answer(Future<Optional<ScanSummary>> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("looking up a digest broke in a way that none should", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HistoryUnavailableException(
                    "Tried to look up digests in the history, but was told to stop. Run it again.", stopped);
        }
    }

    private Optional<ScanSummary> latest(Digest digest) {
        Optional<ScanSummary> complete = newest(digest, "C#");
        return complete.isPresent() ? complete : newest(digest, "J#");
    }

    private Optional<ScanSummary> newest(Digest digest, String kind) {
        return lines.items(HistoryKeys.digest(digest), new Lines.Range(kind, kind + HistoryKeys.END), null, 1)
                .findFirst()
                .map(item -> ScanItems.line(item).scan());
    }
}
