package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import io.jenkins.plugins.qualysfargate.engine.push.QueuedMessage;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/** Deletes messages. */
final class DeleteMessages extends Batch<QueuedMessage> {
    private final SqsClient sqs;
    private final String url;

    DeleteMessages(SqsClient sqs, QueuePlace place) {
        super("sqs:DeleteMessage", place.name());
        this.sqs = sqs;
        this.url = place.url();
    }

    @Override
    List<BatchResultErrorEntry> call(List<QueuedMessage> some) {
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, some.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(some.get(i).receipt())
                        .build())
                .toList();
        return sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries))
                .failed();
    }
}
