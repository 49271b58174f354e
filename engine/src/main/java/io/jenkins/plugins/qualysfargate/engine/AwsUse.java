package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import org.jspecify.annotations.Nullable;

/**
 * What AWS is used for.
 *
 * @param stores where scans are kept, instead of on this machine; null to keep them here
 * @param alertTopic ARN of the topic that hears of scans; null to tell nobody
 * @param alerts which scans it hears of
 * @param metricsNamespace of CloudWatch; null to send no figures
 * @param logGroup of CloudWatch Logs; null to write no lines
 */
public record AwsUse(
        AwsSettings settings,
        @Nullable SharedStores stores,
        @Nullable String alertTopic,
        AlertRule alerts,
        @Nullable String metricsNamespace,
        @Nullable String logGroup) {

    /** Nothing but what is asked for by name: logins to ECR, a queue, a catalogue. */
    public static AwsUse calling(AwsSettings settings) {
        return new AwsUse(settings, null, null, AlertRule.DEFAULT, null, null);
    }

    /** The same with scans kept there. */
    public AwsUse keeping(SharedStores other) {
        return new AwsUse(settings, other, alertTopic, alerts, metricsNamespace, logGroup);
    }
}
