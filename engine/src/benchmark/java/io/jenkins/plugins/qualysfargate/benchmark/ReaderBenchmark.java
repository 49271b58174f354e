package io.jenkins.plugins.qualysfargate.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times the contenders over one file, in turn in every round, so that a machine that changes its speed changes it for
 * all. Arguments: number of results, number of counted rounds, and the contenders (all if none is named).
 */
final class ReaderBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, Contender> CONTENDERS = new LinkedHashMap<>();

    static {
        CONTENDERS.put("ours", Contenders::ours);
        CONTENDERS.put("tokens", Contenders::bareTokens);
        CONTENDERS.put("analysis-model", Contenders::analysisModel);
    }

    private ReaderBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int results = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<String> names = arguments.length > 2
                ? Arrays.asList(arguments).subList(2, arguments.length)
                : List.copyOf(CONTENDERS.keySet());
        Path report = GeneratedReport.write(Path.of("target", "benchmark"), results);
        System.out.printf("%d results, %.1f MB, %d rounds%n", results, Files.size(report) / 1e6, rounds);
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = -Math.max(1, rounds / 2); round < rounds; round++) {
            for (String name : names) {
                // Processor time of this thread: what other processes do on the machine hardly shows in it.
                long start = THREADS.getCurrentThreadCpuTime();
                contender(name).run(report);
                long took = THREADS.getCurrentThreadCpuTime() - start;
                if (round >= 0) {
                    times.computeIfAbsent(name, key -> new ArrayList<>()).add(took);
                }
            }
        }
        print(times);
    }

    private static Contender contender(String name) {
        Contender contender = CONTENDERS.get(name);
        if (contender == null) {
            throw new IllegalArgumentException("'" + name + "' is no contender; there are " + CONTENDERS.keySet());
        }
        return contender;
    }

    private static void print(Map<String, List<Long>> times) {
        times.forEach((name, list) -> {
            long[] sorted = list.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "%-15s min %8.1f  median %8.1f  max %8.1f ms%n",
                    name,
                    sorted[0] / 1e6,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        });
        List<Long> ours = times.get("ours");
        times.forEach((name, list) -> {
            if (ours != null && list != ours) {
                double[] ratios = new double[list.size()];
                for (int i = 0; i < ratios.length; i++) {
                    ratios[i] = (double) list.get(i) / ours.get(i);
                }
                Arrays.sort(ratios);
                System.out.printf("%s / ours, round by round: median %.2f%n", name, ratios[ratios.length / 2]);
            }
        });
    }
}
