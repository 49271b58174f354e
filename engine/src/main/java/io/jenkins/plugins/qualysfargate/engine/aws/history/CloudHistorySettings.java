package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the history stands and for how long it keeps things.
 *
 * @param accountId stands in results of images that lie in no ECR registry; null for none
 * @param region stands in results of images that lie in no ECR registry; null for none
 * @param retention after which DynamoDB deletes a scan; no longer than the bucket keeps objects; null to keep it until it is
 *     purged
 * @param cacheTime for how long readers of the scan cache take a result for current
 */
public record CloudHistorySettings(
        String historyTable,
        String outboxTable,
        String cacheTable,
        Bucket.Place bucket,
        @Nullable String accountId,
        @Nullable String region,
        @Nullable Duration retention,
        Duration cacheTime) {
    /** Of scans, and of results in the scan cache. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

    /** The names of a stack and the default times. */
    public static CloudHistorySettings of(String stack, String accountId, String region) {
        return new CloudHistorySettings(
                AwsTables.name(AwsTables.HISTORY, stack),
                AwsTables.name(AwsTables.OUTBOX, stack),
                AwsTables.name(AwsTables.SCAN_CACHE, stack),
                new Bucket.Place(stack + "-scan-results-" + accountId, null, null),
                accountId,
                region,
                DEFAULT_RETENTION,
                DEFAULT_RETENTION);
    }

    public CloudHistorySettings tables(String history, String outbox, String cache) {
        return new CloudHistorySettings(history, outbox, cache, bucket, accountId, region, retention, cacheTime);
    }

    public CloudHistorySettings in(Bucket.Place other) {
        return new CloudHistorySettings(
                historyTable, outboxTable, cacheTable, other, accountId, region, retention, cacheTime);
    }

    /** @param scans null to keep them until they are purged */
    public CloudHistorySettings keeping(@Nullable Duration scans, Duration cache) {
        return new CloudHistorySettings(historyTable, outboxTable, cacheTable, bucket, accountId, region, scans, cache);
    }
}
