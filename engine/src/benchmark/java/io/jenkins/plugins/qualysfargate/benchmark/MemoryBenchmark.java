package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;

/** Reads and judges one large report and prints what is live while the report is held. Argument: number of results. */
final class MemoryBenchmark {
    private MemoryBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path report = GeneratedReport.write(Path.of("target", "benchmark"), Integer.parseInt(arguments[0]));
        long start = System.nanoTime();
        Evidence evidence = SarifEvidence.read(report, Expectation.DEFAULT, ReadLimits.DEFAULT);
        long violations = Contenders.judge(evidence);
        long took = System.nanoTime() - start;
        long live;
        try {
            System.gc();
            live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } finally {
            Reference.reachabilityFence(evidence);
        }
        System.out.printf(
                "%d violations found in %.1f s; heap limit %d MiB, live with the report in hand %.1f MiB%n",
                violations, took / 1e9, Runtime.getRuntime().maxMemory() >> 20, live / 1048576.0);
    }
}
