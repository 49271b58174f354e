package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import org.jspecify.annotations.Nullable;

/**
 * What AWS is used for.
 *
 * @param alertTopic ARN of the topic that hears of scans; null to tell nobody
 * @param alerts which scans it hears of
 * @param metricsNamespace of CloudWatch; null to send no figures
 * @param logGroup of CloudWatch Logs; null to write no lines
 */
public record AwsUse(
        AwsSettings settings,
        @Nullable String alertTopic,
        AlertRule alerts,
        @Nullable String metricsNamespace,
        @Nullable String logGroup) {

    /** Only logins to ECR, as the environment has them. */
    public static final AwsUse LOGINS = new AwsUse(AwsSettings.DEFAULT, null, AlertRule.DEFAULT, null, null);
}
