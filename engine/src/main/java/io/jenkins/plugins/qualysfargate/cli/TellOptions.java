package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who hears on AWS of what was scanned. */
final class TellOptions {
    private static final String TOPIC = "SNS_TOPIC_ARN";

    @Option(
            names = "--alert-topic",
            paramLabel = "ARN",
            description = "Topic of SNS that hears of scans. Default: $" + TOPIC + ", else none.")
    private @Nullable String alertTopic;

    @Option(
            names = "--alert-on",
            paramLabel = "LIST",
            description =
                    "What it hears of: critical, high, medium, secrets, malware, failed, indeterminate. Default: all"
                            + " but medium.")
    private @Nullable String alertOn;

    @Option(
            names = "--metrics-namespace",
            paramLabel = "NAME",
            description = "Send figures to this namespace of CloudWatch, for example QualysFargate.")
    private @Nullable String metricsNamespace;

    @Option(
            names = "--log-group",
            paramLabel = "NAME",
            description = "Write a line of JSON for every image into this log group of CloudWatch.")
    private @Nullable String logGroup;

    /**
     * What AWS is used for.
     *
     * @param stores where scans are kept on AWS; null if not there
     * @param keepsHistory true if scans are kept anywhere; an alert is saved with its scan, so without a history there is none
     * @throws UsageException if an alert cannot be saved, or nobody knows what to alert on
     */
    AwsUse use(
            AwsSettings settings,
            @Nullable SharedStores stores,
            Map<String, String> environment,
            boolean keepsHistory) {
        String topic = alertTopic != null ? alertTopic : environment.get(TOPIC);
        String topicOrNull = topic == null || topic.isEmpty() ? null : topic;
        if (topicOrNull != null && !keepsHistory) {
            throw new UsageException(
                    "Alerts are saved together with the scan that they tell of, so they need a history."
                            + " Name one with --history, or leave the topic out (--alert-topic, $" + TOPIC + ").");
        }
        return new AwsUse(settings, stores, topicOrNull, rule(), metricsNamespace, logGroup);
    }

    private AlertRule rule() {
        return alertOn == null
                ? AlertRule.DEFAULT
                : new AlertRule(Arrays.stream(alertOn.split(",", -1))
                        .map(TellOptions::reason)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static AlertReason reason(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        Set<String> known = new LinkedHashSet<>();
        for (AlertReason reason : AlertReason.values()) {
            if (reason.word().equals(wanted)) {
                return reason;
            }
            known.add(reason.word());
        }
        throw new UsageException("'" + word + "' is nothing to alert on; valid are " + String.join(", ", known) + ".");
    }
}
