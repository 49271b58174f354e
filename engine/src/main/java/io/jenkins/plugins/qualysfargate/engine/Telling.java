package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.CloudWatchLog;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.CloudWatchMetrics;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.SnsChannel;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement;
import io.jenkins.plugins.qualysfargate.engine.metrics.ScanLine;
import io.jenkins.plugins.qualysfargate.engine.metrics.ScanMeasurements;
import io.jenkins.plugins.qualysfargate.engine.outbox.Delivery;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliverySettings;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells others on AWS of a run. A verdict stands whether or not anybody hears of it; what was not heard is a remark. */
final class Telling {
    private final OpenAws aws;
    private final AwsUse use;
    private final @Nullable History history;
    private final Clock clock;

    Telling(OpenAws aws, AwsUse use, @Nullable History history, Clock clock) {
        this.aws = aws;
        this.use = use;
        this.history = history;
        this.clock = clock;
    }

    List<String> of(GateRun run) {
        List<Measurement> figures =
                new ArrayList<>(ScanMeasurements.of(run.outcome().images()));
        List<String> remarks = new ArrayList<>(alerts(figures));
        remarks.addAll(send(figures));
        remarks.addAll(lines(run));
        return remarks;
    }

    /** Tries the alerts that wait, also those of earlier runs. */
    DeliveryCount deliver() {
        List<Measurement> figures = new ArrayList<>();
        DeliveryCount count = deliver(figures);
        if (!count.equals(DeliveryCount.NONE)) {
            send(figures);
        }
        return count;
    }

    private DeliveryCount deliver(List<Measurement> figures) {
        String topic = use.alertTopic();
        if (topic == null || history == null) {
            return DeliveryCount.NONE;
        }
        DeliveryCount count = new Delivery(
                        history.outbox(),
                        Map.of(SnsChannel.NAME, new SnsChannel(aws.clients(), topic)),
                        DeliverySettings.DEFAULT,
                        clock)
                .deliverDue();
        figures.add(figure("AlertDelivered", count.delivered()));
        figures.add(figure("AlertUndelivered", count.postponed() + count.abandoned()));
        return count;
    }

    private Measurement figure(String name, int value) {
        return new Measurement(name, value, Measurement.Unit.COUNT, Map.of(), clock.instant());
    }

    private List<String> alerts(List<Measurement> figures) {
        try {
            DeliveryCount count = deliver(figures);
            List<String> remarks = new ArrayList<>();
            if (count.postponed() > 0) {
                remarks.add(count.postponed() + " alert(s) could not be delivered yet and will be tried again: "
                        + String.join(" ", count.reasons()));
            }
            if (count.abandoned() > 0) {
                remarks.add(count.abandoned() + " alert(s) were given up: " + String.join(" ", count.reasons()));
            }
            return remarks;
        } catch (HistoryUnavailableException | CorruptHistoryException | AwsException lost) {
            return List.of(
                    "The alerts that wait could not be looked up, and will be tried again: " + lost.getMessage());
        }
    }

    private List<String> send(List<Measurement> figures) {
        CloudWatchMetrics metrics = metrics();
        if (metrics == null) {
            return List.of();
        }
        try {
            metrics.send(figures);
            return List.of();
        } catch (AwsException failure) {
            return List.of("CloudWatch did not get the figures of this run. " + failure.advice());
        }
    }

    /** Where figures go; null if nowhere. */
    @Nullable
    CloudWatchMetrics metrics() {
        String namespace = use.metricsNamespace();
        return namespace == null ? null : new CloudWatchMetrics(aws.clients(), namespace);
    }

    private List<String> lines(GateRun run) {
        String group = use.logGroup();
        if (group == null) {
            return List.of();
        }
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        try {
            new CloudWatchLog(aws.clients(), group, "scans/" + day)
                    .write(run.outcome().images().stream()
                            .map(image ->
                                    new CloudWatchLog.Line(image.judgedAt(), ScanLine.of(image, run.scanIdOf(image))))
                            .toList());
            return List.of();
        } catch (AwsException failure) {
            return List.of("CloudWatch did not get the lines of this run. " + failure.advice());
        } catch (IllegalArgumentException rejected) {
            return List.of("CloudWatch did not take the lines of this run: " + rejected.getMessage());
        }
    }
}
