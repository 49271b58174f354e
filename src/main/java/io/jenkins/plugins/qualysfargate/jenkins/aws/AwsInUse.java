package io.jenkins.plugins.qualysfargate.jenkins.aws;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.jenkins.EngineSetUp;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Gives the engine what administrators have set of AWS, over the proxy and with the certificates of this Jenkins. */
@Extension
public final class AwsInUse implements EngineSetUp {
    private static final Logger LOGGER = Logger.getLogger(AwsInUse.class.getName());

    @Override
    public EngineSettings of(EngineSettings plain) {
        AwsConfiguration values = AwsConfiguration.get();
        if (!values.isInUse()) {
            return plain;
        }
        EngineSettings using = plain.withAws(use(values));
        try {
            return using.withNetwork(NetworkSettings.current().http(), plain.registries(), plain.environment());
        } catch (ScanRefusedException refused) {
            // Scans are refused for it too. What only trusts the usual certificates trusts too little and not too much.
            LOGGER.log(Level.WARNING, "AWS is called without proxy and certificates: {0}", refused.getMessage());
            return using;
        }
    }

    private static AwsUse use(AwsValues values) {
        return new AwsUse(
                settings(values),
                Util.fixEmpty(values.getAlertTopic()),
                new AlertRule(values.getAlertOn().stream()
                        .map(word -> AlertReason.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet())),
                Util.fixEmpty(values.getMetricsNamespace()),
                Util.fixEmpty(values.getLogGroup()));
    }

    /** @throws IllegalArgumentException if one of the values is none that AWS would take */
    static AwsSettings settings(AwsValues values) {
        String role = values.getRoleArn();
        return AwsSettings.DEFAULT
                .inRegion(Util.fixEmpty(values.getRegion()))
                .as(
                        values.getCredentialsId().isEmpty()
                                ? new AwsLogin.DefaultChain()
                                : new AwsLogin.Kept(new StoredKeys(values.getCredentialsId())))
                .assuming(
                        role.isEmpty()
                                ? null
                                : new AssumedRole(
                                        role, Util.fixEmpty(values.getExternalId()), AssumedRole.DEFAULT_SESSION))
                .at(values.getEndpoint().isEmpty() ? null : URI.create(values.getEndpoint()));
    }
}
