package io.jenkins.plugins.qualysfargate.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Reads and judges one large report and prints the most that was live after any full collection. Argument: results. */
final class MemoryBenchmark {
    private MemoryBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path report = GeneratedReport.write(Path.of("target", "benchmark"), Integer.parseInt(arguments[0]));
        AtomicLong most = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                var info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                if (info.getGcAction().contains("major")) {
                                    long live = info.getGcInfo().getMemoryUsageAfterGc().values().stream()
                                            .mapToLong(MemoryUsage::getUsed)
                                            .sum();
                                    most.accumulateAndGet(live, Math::max);
                                }
                            },
                            null,
                            null);
        }
        long start = System.nanoTime();
        long findings = Contenders.ours(report);
        long took = System.nanoTime() - start;
        System.gc();
        System.out.printf(
                "%d findings judged in %.1f s; heap limit %d MiB, most live after a full collection %.1f MiB%n",
                findings, took / 1e9, Runtime.getRuntime().maxMemory() >> 20, most.get() / 1048576.0);
    }
}
