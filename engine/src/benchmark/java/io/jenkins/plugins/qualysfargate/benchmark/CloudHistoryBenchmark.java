package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudLines;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudStores;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Times pages of the shared history over the stand-in of DynamoDB, where each call is a millisecond or two. */
final class CloudHistoryBenchmark {
    private static final int ROUNDS = 300;
    private static final int NAMES = 1_000;

    private CloudHistoryBenchmark() {}

    /** @param arguments how many scans are stored */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        CloudHistorySettings settings = CloudStores.make();
        long start = System.nanoTime();
        CloudLines.store(settings, count, CloudHistoryBenchmark::scan);
        System.out.printf(Locale.ROOT, "%d scans stored in %d s%n", count, (System.nanoTime() - start) / 1_000_000_000);
        HistoryQuery page = HistoryQuery.newest(25);
        try (History history = CloudStores.open(settings, Clock.systemUTC())) {
            time("page of an image", history, page.ofImage("registry.example/app-7"));
            time("page of an image, oldest", history, page.ofImage("registry.example/app-7").until(at(NAMES * 30)));
            time("newest page", history, page);
            time("newest page of a verdict", history, page.judged(VerdictKind.INDETERMINATE));
            time("page of a digest", history, page.ofDigest(digest(5)));
        }
        System.exit(0);
    }

    private static void time(String what, History history, HistoryQuery query) {
        long[] nanos = new long[ROUNDS];
        int lines = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            lines = history.list(query).size();
            nanos[round] = System.nanoTime() - start;
        }
        long[] counted = Arrays.copyOfRange(nanos, ROUNDS / 3, ROUNDS);
        Arrays.sort(counted);
        System.out.printf(
                Locale.ROOT,
                "%s, %d lines: median %.1f ms, p90 %.1f ms%n",
                what,
                lines,
                counted[counted.length / 2] / 1e6,
                counted[counted.length * 9 / 10] / 1e6);
    }

    // Scans without report, so that a scan is three lines.
    private static Scans scan(int number) {
        return Scans.broken("scan-" + number)
                .named("registry.example/app-" + number % NAMES + ":1." + number)
                .of(digest(number))
                .at(at(number));
    }

    // About a thousand a day.
    private static Instant at(int number) {
        return Scans.NOON.plus(Duration.ofSeconds(number * 86L));
    }

    private static Digest digest(int number) {
        return new Digest("sha256:" + String.format(Locale.ROOT, "%064x", number / 30));
    }
}
