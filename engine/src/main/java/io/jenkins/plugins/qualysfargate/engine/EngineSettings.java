package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an engine needs to know once.
 *
 * @param home where installed scanners, fetched feeds and the scans' temporary directories live
 * @param historyDirectory where scans are kept; null to keep none
 * @param maxFeedAge a threat feed that is older is not used
 * @param aws what AWS is used for; null for logins to ECR alone, as the environment has them
 * @param environment variables of the process: registry logins, proxies, what the scanner inherits
 */
public record EngineSettings(
        Path home,
        @Nullable Path historyDirectory,
        Policy policy,
        FeedSources feeds,
        Duration maxFeedAge,
        HttpSettings http,
        RegistrySettings registries,
        @Nullable AwsUse aws,
        Map<String, String> environment,
        Clock clock) {
    /** As long as the policy's own default for the age of feeds. */
    public static final Duration DEFAULT_FEED_AGE = Duration.ofDays(7);

    public EngineSettings {
        environment = Map.copyOf(environment);
    }

    /** The default policy, no history, no feeds, no proxy. */
    public static EngineSettings in(Path home, Clock clock) {
        return new EngineSettings(
                home,
                null,
                Policy.defaults(),
                FeedSources.none(),
                DEFAULT_FEED_AGE,
                HttpSettings.DEFAULT,
                RegistrySettings.DEFAULT,
                null,
                Map.of(),
                clock);
    }

    public EngineSettings withPolicy(Policy other) {
        return new EngineSettings(
                home, historyDirectory, other, feeds, maxFeedAge, http, registries, aws, environment, clock);
    }

    /** @param other null to keep no history */
    public EngineSettings withHistory(@Nullable Path other) {
        return new EngineSettings(home, other, policy, feeds, maxFeedAge, http, registries, aws, environment, clock);
    }

    public EngineSettings withFeeds(FeedSources other) {
        return new EngineSettings(
                home, historyDirectory, policy, other, maxFeedAge, http, registries, aws, environment, clock);
    }

    public EngineSettings withNetwork(HttpSettings calls, RegistrySettings images, Map<String, String> variables) {
        return new EngineSettings(
                home, historyDirectory, policy, feeds, maxFeedAge, calls, images, aws, variables, clock);
    }

    /** @param other null for logins to ECR alone */
    public EngineSettings withAws(@Nullable AwsUse other) {
        return new EngineSettings(
                home, historyDirectory, policy, feeds, maxFeedAge, http, registries, other, environment, clock);
    }
}
