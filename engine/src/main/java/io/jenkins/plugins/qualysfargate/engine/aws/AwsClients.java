package io.jenkins.plugins.qualysfargate.engine.aws;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients of all services over one pool of connections; each is made when it is first asked for. May be used from any
 * thread. Every call is bounded in time and repeated as the settings say.
 */
public final class AwsClients implements AutoCloseable {
    private final AwsSettings settings;
    private final Map<Class<?>, SdkAutoCloseable> clients = new LinkedHashMap<>();
    private final Map<String, AwsClients> regions = new LinkedHashMap<>();
    private @Nullable SdkHttpClient http;
    private @Nullable Identity identity;

    public AwsClients(AwsSettings settings) {
        this.settings = settings;
    }

    public S3Client s3() {
        return client(S3Client.class, it -> it.ready(S3Client.builder().forcePathStyle(settings.endpoint() != null))
                .build());
    }

    public DynamoDbClient dynamoDb() {
        return client(
                DynamoDbClient.class, it -> it.ready(DynamoDbClient.builder()).build());
    }

    public SnsClient sns() {
        return client(SnsClient.class, it -> it.ready(SnsClient.builder()).build());
    }

    public SqsClient sqs() {
        return client(SqsClient.class, it -> it.ready(SqsClient.builder()).build());
    }

    public EcrClient ecr() {
        return client(EcrClient.class, it -> it.ready(EcrClient.builder()).build());
    }

    public EcsClient ecs() {
        return client(EcsClient.class, it -> it.ready(EcsClient.builder()).build());
    }

    public SecretsManagerClient secrets() {
        return client(SecretsManagerClient.class, it -> it.ready(SecretsManagerClient.builder())
                .build());
    }

    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.class, it -> it.ready(CloudWatchClient.builder())
                .build());
    }

    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class, it -> it.ready(CloudWatchLogsClient.builder())
                .build());
    }

    public StsClient sts() {
        return client(StsClient.class, it -> it.ready(StsClient.builder()).build());
    }

    /**
     * A service for whose few calls there is no client here.
     *
     * @param name as signatures and host names have it, for example {@code guardduty}
     * @param clock by which it is signed
     */
    public synchronized SignedService signed(String name, Clock clock) {
        return new SignedService(name, region(), settings, plug().credentials(), clock);
    }

    /** The account of whoever calls, twelve digits. */
    public String account() {
        return new AwsCall("sts:GetCallerIdentity", "the caller")
                .on(() -> sts().getCallerIdentity().account());
    }

    /** The region that is called. */
    public String region() {
        return settings.region() != null
                ? settings.region()
                : new AwsCall("no service", "a region that is not named")
                        .on(() ->
                                new DefaultAwsRegionProviderChain().getRegion().id());
    }

    /** The clients of another region, with the same login and limits; they end together with these. */
    public synchronized AwsClients in(String region) {
        if (region.equals(settings.region())) {
            return this;
        }
        return regions.computeIfAbsent(region, other -> new AwsClients(settings.inRegion(other)));
    }

    /** Ends all clients and their connections; what is called after that opens new ones. */
    @Override
    public synchronized void close() {
        regions.values().forEach(AwsClients::close);
        regions.clear();
        clients.values().forEach(SdkAutoCloseable::close);
        clients.clear();
        if (identity != null) {
            identity.close();
            identity = null;
        }
        if (http != null) {
            http.close();
            http = null;
        }
    }

    private synchronized <T extends SdkAutoCloseable> T client(Class<T> type, Function<Plug, T> make) {
        SdkAutoCloseable there = clients.get(type);
        if (there == null) {
            there = make.apply(plug());
            clients.put(type, there);
        }
        return type.cast(there);
    }

    private Plug plug() {
        if (http == null) {
            http = AwsHttp.client(settings.http(), settings.attemptTimeout());
        }
        if (identity == null) {
            // The role is assumed with the login itself, so that call must not go through the role.
            identity = Identity.of(settings, new Plug(settings, http, Identity.login(settings.login())));
        }
        return new Plug(settings, http, identity.credentials());
    }

    /** What all clients have in common. */
    record Plug(AwsSettings settings, SdkHttpClient http, AwsCredentialsProvider credentials) {
        <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B ready(B builder) {
            B plugged = builder.httpClient(http)
                    .credentialsProvider(credentials)
                    .overrideConfiguration(ClientOverrideConfiguration.builder()
                            .apiCallTimeout(settings.callTimeout())
                            .apiCallAttemptTimeout(settings.attemptTimeout())
                            .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                                    .maxAttempts(settings.attempts())
                                    .build())
                            .build());
            if (settings.region() != null) {
                plugged = plugged.region(Region.of(settings.region()));
            }
            return settings.endpoint() == null ? plugged : plugged.endpointOverride(settings.endpoint());
        }
    }
}
