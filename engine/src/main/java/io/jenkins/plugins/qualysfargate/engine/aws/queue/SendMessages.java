package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends new messages. */
final class SendMessages extends Batch<String> {
    private final SqsClient sqs;
    private final String url;

    SendMessages(SqsClient sqs, QueuePlace place) {
        super("sqs:SendMessage", place.name());
        this.sqs = sqs;
        this.url = place.url();
    }

    @Override
    List<BatchResultErrorEntry> call(List<String> some) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, some.size())
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .messageBody(some.get(i))
                        .build())
                .toList();
        return sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries))
                .failed();
    }
}
