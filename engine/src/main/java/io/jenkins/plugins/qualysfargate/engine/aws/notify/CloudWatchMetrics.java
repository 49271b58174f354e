package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** Sends figures to CloudWatch under one namespace. */
public final class CloudWatchMetrics {
    /** Where figures stand unless the user says otherwise. */
    public static final String DEFAULT_NAMESPACE = "QualysFargate";

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html allows 1,000 figures and
    // 1 MB in one request; this many of ours stay far under the second.
    private static final int AT_ONCE = 500;
    private static final int LONGEST_DIMENSION = 1024;

    private final AwsClients aws;
    private final String namespace;

    public CloudWatchMetrics(AwsClients aws, String namespace) {
        this.aws = aws;
        this.namespace = namespace;
    }

    /**
     * Sends them all.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.aws.AwsException if some were not taken; those before them were
     */
    public void send(List<Measurement> measurements) {
        AwsCall call = new AwsCall("cloudwatch:PutMetricData", "namespace " + namespace);
        for (int from = 0; from < measurements.size(); from += AT_ONCE) {
            List<MetricDatum> data = measurements.subList(from, Math.min(measurements.size(), from + AT_ONCE)).stream()
                    .map(CloudWatchMetrics::datum)
                    .toList();
            call.on(() -> aws.cloudWatch()
                    .putMetricData(request -> request.namespace(namespace).metricData(data)));
        }
    }

    private static MetricDatum datum(Measurement measurement) {
        return MetricDatum.builder()
                .metricName(measurement.name())
                .value(measurement.value())
                .unit(unit(measurement.unit()))
                .timestamp(measurement.at())
                .dimensions(measurement.dimensions().entrySet().stream()
                        .map(each -> Dimension.builder()
                                .name(each.getKey())
                                .value(cut(each.getValue()))
                                .build())
                        .toList())
                .build();
    }

    private static StandardUnit unit(Measurement.Unit unit) {
        return switch (unit) {
            case COUNT -> StandardUnit.COUNT;
            case MILLISECONDS -> StandardUnit.MILLISECONDS;
            case SECONDS -> StandardUnit.SECONDS;
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DIMENSION ? text : text.substring(0, LONGEST_DIMENSION);
    }
}
