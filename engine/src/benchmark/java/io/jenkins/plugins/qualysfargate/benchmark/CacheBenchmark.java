package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.cli.demo.RecordedOrder;
import io.jenkins.plugins.qualysfargate.cli.demo.RecordedRegistry;
import io.jenkins.plugins.qualysfargate.cli.demo.RecordedScanner;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.policy.Context;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyEvaluator;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Times the verdict of an image whose scan is in the history, from the order to the recorded answer. */
final class CacheBenchmark {
    private static final int ROUNDS = 60;
    /** Of the recorded image with critical findings. */
    private static final Digest DIGEST =
            new Digest("sha256:3d6fd2780d145b1ef9452e0ecb19b68e24656326266e5494d02332fcbc9f43ac");

    private CacheBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("cache-benchmark");
        EngineSettings settings =
                EngineSettings.in(home, Clock.systemUTC()).withHistory(home.resolve("history"));
        long[] whole = new long[ROUNDS];
        long[] verdict = new long[ROUNDS];
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                engine.scan(
                        RecordedOrder.of(RecordedRegistry.images().subList(1, 2)), new RecordedScanner(home), new RecordedRegistry(), line -> {}, Cancellation.NEVER);
                whole[round] = System.nanoTime() - start;
                start = System.nanoTime();
                judgeAgain(engine);
                verdict[round] = System.nanoTime() - start;
            }
        }
        print("verdict of a cached image (18 findings), history opened", verdict);
        print("the same with baseline looked up and the verdict recorded", whole);
    }

    private static void judgeAgain(ComplianceEngine engine) {
        Instant now = Instant.now();
        History history = engine.history().orElseThrow();
        ScanRecord scan = history.latestComplete(DIGEST, Platform.LINUX_AMD64).orElseThrow();
        ScanReport report = Objects.requireNonNull(scan.image().report());
        PolicyEvaluator.judge(Policy.defaults(), report, Context.at(now));
    }

    private static void print(String what, long[] times) {
        long[] warm = Arrays.copyOfRange(times, ROUNDS / 3, ROUNDS);
        Arrays.sort(warm);
        System.out.printf(
                "%s: median %.1f, p90 %.1f ms%n",
                what, warm[warm.length / 2] / 1e6, warm[warm.length * 9 / 10] / 1e6);
    }
}
