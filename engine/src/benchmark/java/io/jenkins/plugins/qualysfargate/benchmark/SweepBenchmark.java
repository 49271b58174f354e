package io.jenkins.plugins.qualysfargate.benchmark;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.ecr.EcrCatalogue;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.ManyScans;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.push.Pushes;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.Sweep;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepOutcome;
import io.jenkins.plugins.qualysfargate.engine.sweep.SweepRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times a sweep of a registry whose images are all in the history but each tenth; pages are made up while they are asked for,
 * so that no memory but the sweep's grows.
 */
final class SweepBenchmark {
    private static final int OF_A_REPOSITORY = 100;
    private static final Pattern NUMBER = Pattern.compile("\"repositoryName\":\"app-([0-9]+)\"");

    private SweepBenchmark() {}

    /** @param arguments how many images; then what is to be done: fill, or sweep, and the directory of the history */
    public static void main(String[] arguments) throws IOException {
        int images = Integer.parseInt(arguments[0]);
        Path directory = Path.of(arguments[2]);
        if (arguments[1].equals("fill")) {
            Files.createDirectories(directory);
            Instant now = Clock.systemUTC().instant();
            ManyScans.fill(directory, images * 9 / 10, i -> scan(i, now));
        } else {
            sweep(images, directory);
        }
        System.exit(0);
    }

    private static Scans scan(int number, Instant now) {
        Scans scan = number % 7 == 0 ? Scans.passing("scan-" + number) : Scans.failing("scan-" + number);
        return scan.named(Pushes.REGISTRY.host() + "/app-" + number / OF_A_REPOSITORY + ":1." + number)
                .of(Pushes.digest(number))
                .at(now.minus(Duration.ofMinutes(number)));
    }

    private static void sweep(int images, Path directory) {
        try (TroubledPath ecr = TroubledPath.answering(call -> answer(call, images));
                AwsClients clients = StandIns.clients(ecr.endpoint());
                H2History history = H2History.open(
                        directory, Clock.systemUTC(), H2History.DEFAULT_PATIENCE, H2History.BURST)) {
            long[] most = {0};
            Sweep sweep = new Sweep(
                    new EcrCatalogue(clients.ecr(), null),
                    history,
                    new SweepRule(Duration.ofDays(365), Duration.ofMinutes(20)),
                    Clock.systemUTC());
            long start = System.nanoTime();
            long[] seen = {0};
            SweepOutcome outcome = sweep.run(CatalogueQuery.TAGGED, finding -> {
                if (++seen[0] % 5_000 == 0) {
                    most[0] = Math.max(most[0], live());
                }
            });
            System.out.printf(
                    "%d images in %.1f s, live heap at most %.1f MiB, %d calls: %s%n",
                    outcome.total(),
                    (System.nanoTime() - start) / 1e9,
                    most[0] / 1048576.0,
                    ecr.calls().size(),
                    outcome.images());
        }
    }

    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Fault.Answer answer(TroubledPath.Call call, int images) {
        StringBuilder body = new StringBuilder();
        if (call.operation().equals("DescribeRepositories")) {
            body.append("{\"repositories\":[");
            for (int i = 0; i < images / OF_A_REPOSITORY; i++) {
                body.append(i == 0 ? "" : ",")
                        .append("{\"registryId\":\"123456789012\",\"repositoryName\":\"app-")
                        .append(i)
                        .append("\",\"repositoryUri\":\"")
                        .append(Pushes.REGISTRY.host())
                        .append("/app-")
                        .append(i)
                        .append("\"}");
            }
        } else {
            Matcher name = NUMBER.matcher(call.body());
            int first = name.find() ? Integer.parseInt(name.group(1)) * OF_A_REPOSITORY : 0;
            body.append("{\"imageDetails\":[");
            for (int i = first; i < first + OF_A_REPOSITORY; i++) {
                body.append(i == first ? "" : ",")
                        .append("{\"imageDigest\":\"")
                        .append(Pushes.digest(i))
                        .append("\",\"imageTags\":[\"1.")
                        .append(i)
                        .append("\"],\"imagePushedAt\":1700000000,\"imageManifestMediaType\":")
                        .append("\"application/vnd.docker.distribution.manifest.v2+json\"}");
            }
        }
        return Fault.Answer.json(body.append("]}").toString());
    }
}
