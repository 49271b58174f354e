package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.history.CloudHistorySettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import org.jspecify.annotations.Nullable;

/**
 * What AWS is used for.
 *
 * @param history where scans are kept on AWS, instead of on this machine; null to keep them here
 * @param alertTopic ARN of the topic that hears of scans; null to tell nobody
 * @param alerts which scans it hears of
 * @param metricsNamespace of CloudWatch; null to send no figures
 * @param logGroup of CloudWatch Logs; null to write no lines
 */
public record AwsUse(
        AwsSettings settings,
        @Nullable CloudHistorySettings history,
        @Nullable String alertTopic,
        AlertRule alerts,
        @Nullable String metricsNamespace,
        @Nullable String logGroup) {

    /**
     * Only logins to ECR, as the environment has them.
     *
     * @param http how calls leave this machine
     */
    public static AwsUse logins(HttpSettings http) {
        return new AwsUse(AwsSettings.DEFAULT.over(http), null, null, AlertRule.DEFAULT, null, null);
    }
}
