package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ledger.TableLedgerSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether scans are kept on AWS, for everybody in the account, and where. */
final class StoreOptions {
    private static final String STACK = "QUALYS_FARGATE_STACK";
    private static final String BUCKET = "RESULTS_BUCKET";
    private static final String CACHE_TABLE = "CACHE_TABLE_NAME";
    private static final String CACHE_DAYS = "CACHE_TTL_DAYS";

    @Option(
            names = "--aws-stack",
            paramLabel = "NAME",
            description = "Keep scans in the tables and the bucket of this stack on AWS. Default: $" + STACK
                    + ", else on this machine.")
    private @Nullable String stack;

    @Option(
            names = "--results-bucket",
            paramLabel = "NAME",
            description = "Bucket of that stack. Default: $" + BUCKET + ", else STACK-scan-results-ACCOUNT.")
    private @Nullable String bucket;

    @Option(
            names = "--results-key",
            paramLabel = "ID",
            description = "KMS key that encrypts what is written there. Default: keys of S3.")
    private @Nullable String key;

    /**
     * Where scans are kept on AWS; null if it is on this machine. Asks AWS for the account if no bucket is named.
     *
     * @param directory true if a directory of this machine was asked for in so many words
     * @throws UsageException if both were asked for, or a variable is no number of days
     */
    @Nullable
    SharedStores stores(AwsSettings aws, Map<String, String> environment, boolean directory) {
        String name = stack != null ? stack : environment.getOrDefault(STACK, "");
        if (directory && stack != null) {
            throw new UsageException("--history and --aws-stack name two places for the scans; take one away.");
        }
        if (directory || name.isEmpty()) {
            return null;
        }
        try (AwsClients clients = new AwsClients(aws)) {
            String place = bucket != null ? bucket : environment.getOrDefault(BUCKET, "");
            CloudHistorySettings named =
                    CloudHistorySettings.of(name, place.isEmpty() ? clients.account() : "", clients.region());
            CloudHistorySettings inBucket = place.isEmpty()
                    ? named.in(new Bucket.Place(named.bucket().name(), key, null))
                    : named.in(new Bucket.Place(place, key, null));
            String cache = environment.getOrDefault(CACHE_TABLE, "");
            Duration kept = retention(environment);
            CloudHistorySettings tables = cache.isEmpty()
                    ? inBucket
                    : inBucket.tables(inBucket.historyTable(), inBucket.outboxTable(), cache);
            return new SharedStores(
                    tables.keeping(kept, kept), AwsTables.name(AwsTables.LEASES, name), TableLedgerSettings.of(name));
        }
    }

    private static Duration retention(Map<String, String> environment) {
        String days = environment.getOrDefault(CACHE_DAYS, "");
        if (days.isEmpty()) {
            return CloudHistorySettings.DEFAULT_RETENTION;
        }
        if (!days.matches("[1-9][0-9]{0,4}")) {
            throw new UsageException(
                    "$" + CACHE_DAYS + " is '" + days + "', but a number of days from 1 on is expected.");
        }
        return Duration.ofDays(Long.parseLong(days));
    }
}
