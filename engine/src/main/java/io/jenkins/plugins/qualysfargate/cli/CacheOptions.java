package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.scan.CacheUse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where scans are kept, and when an earlier one stands in for a new one. */
final class CacheOptions {
    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Where scans are kept. Default: qualys-fargate/history in the user's state directory.")
    @Nullable
    Path history;

    @Option(names = "--no-history", description = "Keep nothing, compare with nothing, use no earlier scan.")
    boolean noHistory;

    @Option(names = "--no-cache", description = "Scan even if the same digest was scanned before.")
    boolean noCache;

    @Option(
            names = "--cache-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How old an earlier scan of the same digest may be. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30d")
    Duration cacheAge = Duration.ofDays(30);

    @Option(
            names = "--max-feed-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How old the vulnerability data of an earlier scan may be; QScanner's are as old as the scan."
                    + " Default: any age that --cache-age allows.")
    @Nullable
    Duration maxFeedAge;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Nullable
    Path history(Session session) {
        if (noHistory) {
            return null;
        }
        return history == null ? session.defaultHistory() : history;
    }

    /** Where the history is on AWS; null if it is on this machine, or nowhere. */
    @Nullable
    SharedStores onAws(AwsSettings aws, Session session) {
        return noHistory ? null : store.stores(aws, session.environment(), history != null);
    }

    CacheUse use() {
        return noCache || noHistory ? CacheUse.NONE : new CacheUse(cacheAge, maxFeedAge);
    }
}
