package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** Writes lines into one stream of one log group of CloudWatch Logs; makes the stream, never the group. */
public final class CloudWatchLog {
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html: at most 1,048,576
    // bytes
    // and 10,000 events, where each event counts 26 bytes more than its text.
    private static final int MOST_BYTES = 1_048_576;
    private static final int MOST_EVENTS = 10_000;
    private static final int EVENT_OVERHEAD = 26;

    private final AwsClients aws;
    private final String group;
    private final String stream;
    private boolean there;

    public CloudWatchLog(AwsClients aws, String group, String stream) {
        this.aws = aws;
        this.group = group;
        this.stream = stream;
    }

    /** One line of JSON and its time. */
    public record Line(Instant at, String text) {}

    /**
     * Writes them all.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.aws.AwsException if some were not taken
     * @throws IllegalArgumentException if some are too old or too new for the log group
     */
    public synchronized void write(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        makeStream();
        List<InputLogEvent> batch = new ArrayList<>();
        int bytes = 0;
        for (Line line : lines.stream().sorted(Comparator.comparing(Line::at)).toList()) {
            int size = line.text().getBytes(StandardCharsets.UTF_8).length + EVENT_OVERHEAD;
            if (!batch.isEmpty() && (bytes + size > MOST_BYTES || batch.size() == MOST_EVENTS)) {
                put(batch);
                batch.clear();
                bytes = 0;
            }
            batch.add(InputLogEvent.builder()
                    .timestamp(line.at().toEpochMilli())
                    .message(line.text())
                    .build());
            bytes += size;
        }
        put(batch);
    }

    private void put(List<InputLogEvent> events) {
        PutLogEventsResponse answer = new AwsCall("logs:PutLogEvents", "log group " + group).on(() -> aws.logs()
                .putLogEvents(request ->
                        request.logGroupName(group).logStreamName(stream).logEvents(events)));
        if (answer.rejectedLogEventsInfo() != null) {
            throw new IllegalArgumentException(
                    "log group " + group + " rejected lines that are too old or too new for it; check this machine's"
                            + " clock and the retention of the group");
        }
    }

    private void makeStream() {
        if (!there) {
            new AwsCall("logs:CreateLogStream", "log group " + group).on(() -> {
                try {
                    return aws.logs().createLogStream(request -> request.logGroupName(group)
                            .logStreamName(stream));
                } catch (ResourceAlreadyExistsException another) {
                    return another;
                }
            });
            there = true;
        }
    }
}
