package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Tables;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.aws.store.AwsTables;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** New tables and a new bucket of one test, and ways to them. */
public final class CloudStores {
    private CloudStores() {}

    /** Everything that a history needs, empty. */
    public static CloudHistorySettings make() {
        String bucket = StandIns.unique("results");
        try (AwsClients clients = StandIns.clients(StandIns.s3())) {
            clients.s3().createBucket(request -> request.bucket(bucket));
        }
        return CloudHistorySettings.of("unused", "123456789012", "eu-central-1")
                .tables(
                        Tables.make(AwsTables.HISTORY),
                        Tables.make(AwsTables.OUTBOX),
                        Tables.make(AwsTables.SCAN_CACHE))
                .in(new Bucket.Place(bucket, null, null))
                .keeping(null, Duration.ofDays(30));
    }

    public static CloudHistory open(CloudHistorySettings settings, Clock clock) {
        return open(settings, clock, StandIns.dynamoDb());
    }

    /** @param dynamoDb where the tables are; the bucket is always at the stand-in */
    static CloudHistory open(CloudHistorySettings settings, Clock clock, URI dynamoDb) {
        return new CloudHistory(
                new CloudHistory.Clients(StandIns.clients(dynamoDb), StandIns.clients(StandIns.s3())), settings, clock);
    }

    static TroubledPath troubled(Function<TroubledPath.Call, Fault> faults) {
        return TroubledPath.to(StandIns.dynamoDb(), faults);
    }

    static Table table(String name) {
        return new Table(StandIns.clients(StandIns.dynamoDb()), name);
    }
}
