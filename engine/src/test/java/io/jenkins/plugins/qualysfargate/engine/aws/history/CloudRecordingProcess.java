package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of its own that records scans in the shared history and says the id of each as soon as it is recorded. */
final class CloudRecordingProcess {
    private CloudRecordingProcess() {}

    /** @param arguments endpoint of tables and of objects, history table, outbox table, cache table, bucket, prefix, how many */
    public static void main(String[] arguments) {
        CloudHistorySettings settings = CloudHistorySettings.of("unused", "123456789012", "eu-central-1")
                .tables(arguments[2], arguments[3], arguments[4])
                .in(new Bucket.Place(arguments[5], null, null))
                .keeping(null, Duration.ofDays(30));
        try (CloudHistory history = new CloudHistory(
                new CloudHistory.Clients(
                        StandIns.clients(URI.create(arguments[0])), StandIns.clients(URI.create(arguments[1]))),
                settings,
                Clock.systemUTC())) {
            for (int i = 0; i < Integer.parseInt(arguments[7]); i++) {
                System.out.println(record(history, arguments[6] + "-" + i));
            }
        }
    }

    static ScanId record(CloudHistory history, String id) {
        return history.record(
                Scans.failing(id).findings(Scans.findings(50)).make(),
                List.of(new OutboxMessage("alert-" + id, "sns", "s", "b", Map.of(), Scans.NOON)));
    }

    static Process start(CloudHistorySettings settings, String prefix, int count) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CloudRecordingProcess.class.getName(),
                        StandIns.dynamoDb().toString(),
                        StandIns.s3().toString(),
                        settings.historyTable(),
                        settings.outboxTable(),
                        settings.cacheTable(),
                        settings.bucket().name(),
                        prefix,
                        Integer.toString(count)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
