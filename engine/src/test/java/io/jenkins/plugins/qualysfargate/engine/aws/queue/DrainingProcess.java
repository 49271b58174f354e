package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.FakeImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A process of its own that drains a queue into a history, and says what happens. */
final class DrainingProcess {
    private DrainingProcess() {}

    /** @param arguments where SQS is, the queue, the directory of the history */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        try (AwsClients clients = StandIns.clients(URI.create(arguments[0]));
                H2History history = H2History.open(Path.of(arguments[2]), clock, Duration.ofSeconds(60))) {
            DrainSettings settings = DrainSettings.of("a process", 2)
                    .holding(Duration.ofSeconds(3))
                    .polling(Duration.ofSeconds(1))
                    .idle(Duration.ofSeconds(6));
            SqsPushQueue queue = SqsPushQueue.open(clients.sqs(), arguments[1], null);
            FakeImageScan scans = new FakeImageScan(history, clock);
            new PushDrain(queue, new InMemoryLeases(), scans, settings, clock)
                    .run(event -> System.out.println(event.kind()), () -> false);
        }
    }

    static Process start(URI sqs, String queue, Path history) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrainingProcess.class.getName(),
                        sqs.toString(),
                        queue,
                        history.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
