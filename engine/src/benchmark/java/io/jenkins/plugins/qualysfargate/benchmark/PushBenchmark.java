package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudStores;
import io.jenkins.plugins.qualysfargate.engine.aws.queue.SqsPushQueue;
import io.jenkins.plugins.qualysfargate.engine.aws.queue.TestQueue;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableLeases;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.PageToken;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.push.DrainOutcome;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.FakeImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import io.jenkins.plugins.qualysfargate.engine.push.Pushes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Times the drain of many push events, the scanner replaced by one that needs no time; each verdict is recorded. */
final class PushBenchmark {
    private static final Clock CLOCK = Clock.systemUTC();

    private PushBenchmark() {}

    /** @param arguments how many events, how many workers, and which history: embedded or shared */
    public static void main(String[] arguments) throws IOException {
        int events = Integer.parseInt(arguments[0]);
        int workers = Integer.parseInt(arguments[1]);
        boolean shared = arguments[2].equals("shared");
        try (TestQueue queue = TestQueue.create(5);
                History history = shared ? onAws() : onThisMachine()) {
            Leases leases = shared ? tableLeases() : new InMemoryLeases();
            run("the " + arguments[2] + " history", queue, history, leases, events, workers);
        }
        System.exit(0);
    }

    private static History onThisMachine() throws IOException {
        return H2History.open(
                Files.createTempDirectory("push-benchmark"), CLOCK, H2History.DEFAULT_PATIENCE, H2History.BURST);
    }

    private static History onAws() {
        return CloudStores.open(CloudStores.make(), CLOCK);
    }

    private static Leases tableLeases() {
        return new TableLeases(new Table(StandIns.clients(StandIns.dynamoDb()), Tables.make(AwsTables.LEASES)));
    }

    private static void run(
            String what, TestQueue queue, History history, Leases leases, int events, int workers) {
        SqsPushQueue pushes = queue.open();
        for (int from = 0; from < events; from += 1000) {
            pushes.send(IntStream.range(from, Math.min(from + 1000, events))
                    .mapToObj(Pushes::event)
                    .toList());
        }
        DrainSettings settings = DrainSettings.of("benchmark", workers)
                .polling(Duration.ofSeconds(1))
                .idle(Duration.ZERO);
        FakeImageScan scans = new FakeImageScan(history, CLOCK);
        long start = System.nanoTime();
        long processor = processor();
        DrainOutcome outcome =
                new PushDrain(pushes, leases, scans, settings, CLOCK).run(event -> {}, () -> false);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (processor() - processor) / 1e9;
        int[] recorded = recorded(history);
        System.out.printf(
                "%s, %d workers: %d events in %.1f s, %.0f per second; %.1f s of processor time, queue included; %d left, %d dead, %d lost, %d doubled; %s%n",
                what,
                workers,
                events,
                seconds,
                events / seconds,
                busy,
                queue.size(),
                queue.dead().size(),
                events - recorded[1],
                recorded[0] - recorded[1],
                outcome);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Scans and different digests. */
    private static int[] recorded(History history) {
        Set<Digest> digests = new HashSet<>();
        int scans = 0;
        HistoryQuery page = HistoryQuery.newest(HistoryQuery.LARGEST_PAGE);
        List<ScanSummary> lines = history.list(page);
        while (!lines.isEmpty()) {
            scans += lines.size();
            lines.forEach(line -> digests.add(line.digest()));
            lines = history.list(page.after(PageToken.after(lines.get(lines.size() - 1))));
        }
        return new int[] {scans, digests.size()};
    }
}
