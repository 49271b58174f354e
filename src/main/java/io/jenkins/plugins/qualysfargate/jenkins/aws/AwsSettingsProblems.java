package io.jenkins.plugins.qualysfargate.jenkins.aws;

import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that is wrong with the settings of AWS, a sentence each; settings that have a problem are not kept. */
final class AwsSettingsProblems {
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(?:-[a-z]{2,9}){1,3}-[0-9]{1,2}");
    // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
    private static final Pattern TOPIC =
            Pattern.compile("arn:[a-z0-9-]{1,20}:sns:[a-z0-9-]{1,30}:[0-9]{12}:[A-Za-z0-9_-]{1,256}(?:\\.fifo)?");
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
    private static final Pattern NAMESPACE = Pattern.compile("(?!AWS/|:)[\\w.#/:-]{1,255}");
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
    private static final Pattern LOG_GROUP = Pattern.compile("(?!aws/)[\\w.#/-]{1,512}");
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    private static final Pattern SECRET = Pattern.compile(
            "(?:arn:[a-z0-9-]{1,20}:secretsmanager:[a-z0-9-]{1,30}:[0-9]{12}:secret:)?[\\w/+=.@!-]{1,512}");

    // What names of tables, buckets and CloudFormation stacks have in common.
    private static final Pattern STACK = Pattern.compile("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?");
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:/_-]{1,256}");
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    // A name as in https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html, or its
    // URL.
    private static final Pattern QUEUE =
            Pattern.compile("(?:https?://[A-Za-z0-9.:-]+/(?:[0-9]{12}/)?)?[A-Za-z0-9_-]{1,80}");

    private AwsSettingsProblems() {}

    static List<String> of(AwsValues values) {
        List<String> problems = new ArrayList<>(region(values.getRegion()));
        problems.addAll(role(values.getRoleArn()));
        problems.addAll(externalId(values.getExternalId()));
        if (values.getRoleArn().isEmpty() && !values.getExternalId().isEmpty()) {
            problems.add(Messages.AwsSettingsProblems_externalIdAlone());
        }
        problems.addAll(endpoint(values.getEndpoint()));
        problems.addAll(topic(values.getAlertTopic()));
        problems.addAll(alertOn(values.getAlertOn()));
        if (!values.getAlertTopic().isEmpty() && values.getAlertOn().isEmpty()) {
            problems.add(Messages.AwsSettingsProblems_alertOnNothing());
        }
        problems.addAll(namespace(values.getMetricsNamespace()));
        problems.addAll(logGroup(values.getLogGroup()));
        problems.addAll(secret(values.getQualysSecretId()));
        problems.addAll(places(values));
        problems.addAll(queues(values.getPushQueues()));
        return problems;
    }

    private static List<String> places(AwsValues values) {
        List<String> problems = new ArrayList<>(stack(values.getStack()));
        problems.addAll(bucket(values.getResultsBucket()));
        problems.addAll(key(values.getResultsKey()));
        for (String table : List.of(
                values.getHistoryTable(), values.getOutboxTable(), values.getCacheTable(), values.getLeasesTable())) {
            problems.addAll(table(table));
        }
        if (!values.getStack().isEmpty() && values.getResultsBucket().isEmpty()) {
            problems.add(Messages.AwsSettingsProblems_noBucket());
        }
        return problems;
    }

    static List<String> stack(String text) {
        return matches(STACK, text, Messages.AwsSettingsProblems_stack(text));
    }

    static List<String> bucket(String text) {
        return matches(BUCKET, text, Messages.AwsSettingsProblems_bucket(text));
    }

    static List<String> key(String text) {
        return matches(KEY, text, Messages.AwsSettingsProblems_key(text));
    }

    static List<String> table(String text) {
        return matches(TABLE, text, Messages.AwsSettingsProblems_table(text));
    }

    static List<String> queues(String list) {
        return AwsValues.words(list).stream()
                .flatMap(each -> matches(QUEUE, each, Messages.AwsSettingsProblems_queue(each)).stream())
                .toList();
    }

    static List<String> region(String text) {
        return matches(REGION, text, Messages.AwsSettingsProblems_region(text));
    }

    static List<String> role(String text) {
        return text.isEmpty() || isTaken(() -> new AssumedRole(text, null, AssumedRole.DEFAULT_SESSION))
                ? List.of()
                : List.of(Messages.AwsSettingsProblems_role(text));
    }

    static List<String> externalId(String text) {
        String anyRole = "arn:aws:iam::123456789012:role/any";
        return text.isEmpty() || isTaken(() -> new AssumedRole(anyRole, text, AssumedRole.DEFAULT_SESSION))
                ? List.of()
                : List.of(Messages.AwsSettingsProblems_externalId());
    }

    static List<String> endpoint(String text) {
        return text.isEmpty() || isTaken(() -> AwsSettings.DEFAULT.at(address(text)))
                ? List.of()
                : List.of(Messages.AwsSettingsProblems_endpoint());
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("an endpoint has no user");
        }
        return address;
    }

    static List<String> topic(String text) {
        return matches(TOPIC, text, Messages.AwsSettingsProblems_topic(text));
    }

    static List<String> alertOn(List<String> words) {
        List<String> valid =
                Arrays.stream(AlertReason.values()).map(AlertReason::word).toList();
        return words.stream()
                .filter(word -> !valid.contains(word))
                .map(word -> Messages.AwsSettingsProblems_alertOn(
                        word, valid.stream().collect(Collectors.joining(", "))))
                .toList();
    }

    static List<String> namespace(String text) {
        return matches(NAMESPACE, text, Messages.AwsSettingsProblems_namespace(text));
    }

    static List<String> logGroup(String text) {
        return matches(LOG_GROUP, text, Messages.AwsSettingsProblems_logGroup(text));
    }

    static List<String> secret(String text) {
        // What is typed here by mistake may be the token itself, so it is not repeated.
        return matches(SECRET, text, Messages.AwsSettingsProblems_secret());
    }

    private static List<String> matches(Pattern form, String text, String problem) {
        return text.isEmpty() || form.matcher(text).matches() ? List.of() : List.of(problem);
    }

    /** Whether the engine takes it. */
    private static boolean isTaken(Supplier<?> making) {
        try {
            return making.get() != null;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
