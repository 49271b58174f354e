package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import io.jenkins.plugins.qualysfargate.engine.push.QueuedMessage;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/**
 * Deletes messages. A receipt that is no longer good is no failure: either the message was deleted, and the answer was lost,
 * or somebody else has it now, and it comes to its end there.
 */
final class DeleteMessages extends Batch<QueuedMessage> {
    private static final String GONE = "ReceiptHandleIsInvalid";

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
        return sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries)).failed().stream()
                .filter(failed -> !GONE.equals(failed.code()))
                .toList();
    }
}
