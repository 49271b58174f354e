package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Where a queue and its dead-letter queue are, as SQS says.
 *
 * @param receipts after so many a message goes to the dead letters by itself; 0 if it never does
 */
record QueuePlace(String name, String url, String deadLetterName, String deadLetterUrl, int receipts) {
    /** What is appended where the queue itself names no dead-letter queue. */
    private static final String DEAD = "-dead";

    /**
     * @param queue a name, or a URL as the console shows it
     * @param deadLetters the same of the dead-letter queue; null for the one that the queue names
     */
    static QueuePlace find(SqsClient sqs, String queue, @Nullable String deadLetters) {
        String url = url(sqs, queue);
        String policy = attempt("sqs:GetQueueAttributes", nameOf(queue), () -> sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}"));
        JsonNode redrive = read(policy);
        String arn = SmallJson.text(redrive, "deadLetterTargetArn");
        String dead = deadLetters != null
                ? deadLetters
                : arn.isEmpty() ? nameOf(queue) + DEAD : arn.substring(arn.lastIndexOf(':') + 1);
        return new QueuePlace(
                nameOf(queue),
                url,
                nameOf(dead),
                url(sqs, dead),
                redrive.path("maxReceiveCount").asInt(0));
    }

    static String nameOf(String queue) {
        return queue.substring(queue.lastIndexOf('/') + 1);
    }

    private static String url(SqsClient sqs, String queue) {
        return queue.contains("://")
                ? queue
                : attempt("sqs:GetQueueUrl", queue, () -> sqs.getQueueUrl(request -> request.queueName(queue))
                        .queueUrl());
    }

    private static JsonNode read(String policy) {
        try {
            return SmallJson.read(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)));
        } catch (SmallJson.NotReadable e) {
            throw new QueueUnavailableException(
                    "SQS describes the dead letters of the queue with what is no JSON: " + e.getMessage(), false, e);
        }
    }

    /** @throws QueueUnavailableException naming the queue and the IAM action */
    static <T> T attempt(String action, String queue, Supplier<T> call) {
        try {
            return new AwsCall(action, "queue " + queue).on(call);
        } catch (AwsException failed) {
            throw new QueueUnavailableException(
                    failed.advice(), failed.problem().passing(), failed);
        }
    }
}
