package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** The stand-ins that all tests of a run share, each started when it is first asked for; names keep tests apart. */
public final class StandIns {
    /** Known to no real account. */
    public static final AwsLogin.Keys KEYS = new AwsLogin.Keys("AKIDEXAMPLE", "notasecret", null);

    private static final AwsSettings SETTINGS = AwsSettings.DEFAULT
            .inRegion("eu-central-1")
            .as(new AwsLogin.Kept(() -> KEYS))
            .bounded(Duration.ofSeconds(20), Duration.ofSeconds(5), 4);

    private StandIns() {}

    public static URI dynamoDb() {
        return DynamoDb.SERVER.endpoint();
    }

    public static URI s3() {
        return S3.SERVER.endpoint();
    }

    public static URI sqs() {
        return Sqs.SERVER.endpoint();
    }

    /** Settings with which the stand-ins can be called, with short limits. */
    public static AwsSettings at(URI endpoint) {
        return SETTINGS.at(endpoint);
    }

    public static AwsClients clients(URI endpoint) {
        return new AwsClients(at(endpoint));
    }

    /** A name that no other test uses, as buckets, tables and queues may have it. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static final class DynamoDb {
        static final LocalDynamoDb SERVER = LocalDynamoDb.start();
    }

    private static final class S3 {
        static final LocalS3 SERVER = LocalS3.start();
    }

    private static final class Sqs {
        static final LocalSqs SERVER = LocalSqs.start();
    }
}
