package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.CloudWatchMetrics;
import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement;
import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement.Unit;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent;
import io.jenkins.plugins.qualysfargate.engine.push.DrainLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends what happens while a queue is drained as figures, some at a time; figures that cannot be sent are said once. */
public final class DrainFigures implements DrainLog, AutoCloseable {
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final @Nullable CloudWatchMetrics metrics;
    private final Consumer<String> remarks;
    private final List<Measurement> waiting = new ArrayList<>();
    private boolean refused;

    /** @param metrics null to send nothing */
    DrainFigures(@Nullable CloudWatchMetrics metrics, Consumer<String> remarks) {
        this.metrics = metrics;
        this.remarks = remarks;
    }

    @Override
    public synchronized void happened(DrainEvent event) {
        switch (event.kind()) {
            case RECEIVED -> {
                add(event, "PushReceived", 1, Unit.COUNT);
                add(event, "PushLag", seconds(event), Unit.SECONDS);
            }
            case REJECTED -> add(event, "PushRejected", 1, Unit.COUNT);
            case KNOWN -> add(event, "CacheHit", 1, Unit.COUNT);
            case SCANNED -> {
                add(event, "CacheHit", 0, Unit.COUNT);
                add(event, "ScanDuration", 1000.0 * seconds(event), Unit.MILLISECONDS);
            }
            case HANDED_OVER, IGNORED, POSTPONED, TROUBLE -> {
                // They are lines of the log, and no figure.
            }
        }
        if (waiting.size() >= AT_ONCE || isOld(event.at())) {
            send();
        }
    }

    private void add(DrainEvent event, String name, double value, Unit unit) {
        if (metrics != null) {
            waiting.add(new Measurement(name, value, unit, Map.of(), event.at()));
        }
    }

    private static double seconds(DrainEvent event) {
        Duration time = event.time();
        return time == null ? 0 : time.toMillis() / 1000.0;
    }

    private boolean isOld(Instant now) {
        return !waiting.isEmpty() && Duration.between(waiting.get(0).at(), now).compareTo(LONGEST_WAIT) >= 0;
    }

    private void send() {
        if (metrics == null || waiting.isEmpty()) {
            return;
        }
        try {
            metrics.send(waiting);
            refused = false;
        } catch (AwsException failure) {
            if (!refused) {
                remarks.accept("CloudWatch did not get the figures of the queue. " + failure.advice());
            }
            refused = true;
        }
        waiting.clear();
    }

    /** Sends what waits. */
    @Override
    public synchronized void close() {
        send();
    }
}
