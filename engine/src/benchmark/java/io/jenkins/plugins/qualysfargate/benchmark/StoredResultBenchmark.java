package io.jenkins.plugins.qualysfargate.benchmark;

import com.sun.management.ThreadMXBean;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.results.FindingPageJson;
import io.jenkins.plugins.qualysfargate.engine.results.FindingQuery;
import io.jenkins.plugins.qualysfargate.engine.results.ResultUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.results.SortKey;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.engine.scan.GateOrder;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Times writing and opening a result and every kind of page of it. Arguments: number of findings, each with so many
 * packages, and number of counted rounds.
 */
final class StoredResultBenchmark {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private StoredResultBenchmark() {}

    public static void main(String[] arguments) throws IOException, ResultUnavailableException {
        int findings = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        // Five results to a rule: a finding has five packages in this report.
        Path report = GeneratedReport.write(Path.of("target", "benchmark"), findings * 5);
        Path home = Files.createTempDirectory("stored-result-benchmark");
        GateRun run;
        try (ComplianceEngine engine = new ComplianceEngine(EngineSettings.in(home, Clock.systemUTC()))) {
            run = engine.gate(new GateOrder(List.of(report), null, Set.of(ScanType.PKG), null, new Choice.Previous()));
        }
        Path directory = write(run, home, rounds);
        measure("open", rounds, () -> StoredResult.open(directory));
        StoredResult result = StoredResult.open(directory);
        for (Map.Entry<String, FindingQuery> each : queries(findings).entrySet()) {
            measure(each.getKey(), rounds, () -> FindingPageJson.write(
                    result.page(0, each.getValue()), OutputStream.nullOutputStream()));
        }
    }

    private static Path write(GateRun run, Path home, int rounds) throws IOException {
        long[] times = new long[Math.max(3, rounds / 4)];
        for (int i = 0; i < times.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            StoredResult.write(run, home.resolve("result-" + i));
            times[i] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        Path directory = home.resolve("result-0");
        System.out.printf(
                "write: median %.0f ms; the findings take %.2f MB%n",
                times[times.length / 2] / 1e6, Files.size(directory.resolve("findings-1.jsonl.gz")) / 1e6);
        return directory;
    }

    private static Map<String, FindingQuery> queries(int findings) {
        Map<String, FindingQuery> queries = new LinkedHashMap<>();
        for (SortKey key : SortKey.values()) {
            for (String order : List.of("ascending", "descending")) {
                queries.put("sort " + key.word() + " " + order, query("sort", key.word(), "order", order));
            }
        }
        String last = String.valueOf(findings - 50);
        queries.put("last page", query("offset", last));
        queries.put("last page by title", query("sort", "title", "offset", last));
        queries.put("500 rows", query("limit", "500"));
        queries.put("500 rows by title", query("sort", "title", "limit", "500"));
        queries.put("search that finds many", query("text", "OPENSSL"));
        queries.put("search that finds nothing", query("text", "no such thing"));
        queries.put("search by title", query("text", "spring", "sort", "title"));
        return queries;
    }

    private static FindingQuery query(String... parts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            parameters.put(parts[i], parts[i + 1]);
        }
        return FindingQuery.parse(parameters);
    }

    /** What is measured. */
    private interface Step {
        void run() throws IOException, ResultUnavailableException;
    }

    private static void measure(String what, int rounds, Step step) throws IOException, ResultUnavailableException {
        long[] times = new long[rounds];
        long thread = Thread.currentThread().getId();
        long allocated = 0;
        for (int round = -Math.max(1, rounds / 2); round < rounds; round++) {
            // Processor time of this thread: what other processes do on the machine hardly shows in it.
            long before = THREADS.getThreadAllocatedBytes(thread);
            long start = THREADS.getCurrentThreadCpuTime();
            step.run();
            long took = THREADS.getCurrentThreadCpuTime() - start;
            allocated = THREADS.getThreadAllocatedBytes(thread) - before;
            if (round >= 0) {
                times[round] = took;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-30s min %7.1f  median %7.1f  max %7.1f ms, allocates %.1f MB%n",
                what, times[0] / 1e6, times[rounds / 2] / 1e6, times[rounds - 1] / 1e6, allocated / 1e6);
    }
}
