package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import static io.jenkins.plugins.qualysfargate.engine.aws.queue.QueuePlace.attempt;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsProblem;
import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.push.QueuedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The queue in SQS, a standard one with a dead-letter queue; failures name the queue and the IAM action. */
public final class SqsPushQueue implements PushQueue {
    // Limits of SQS: quotas-messages.html in its developer guide.
    private static final Duration LONGEST_HIDDEN = Duration.ofHours(12);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final int LONGEST_REASON = 500;
    /** What one attempt may take besides what it waits for messages. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final SqsClient sqs;
    private final QueuePlace place;

    private SqsPushQueue(SqsClient sqs, QueuePlace place) {
        this.sqs = sqs;
        this.place = place;
    }

    /**
     * Finds the queue.
     *
     * @param queue a name, or a URL as the console shows it
     * @param deadLetters the same of the dead-letter queue; null for the one that the queue's redrive policy names, or for
     *     the queue's own name with {@code -dead} at its end if there is none
     * @throws QueueUnavailableException if one of them cannot be found
     */
    public static SqsPushQueue open(SqsClient sqs, String queue, @Nullable String deadLetters) {
        return new SqsPushQueue(sqs, QueuePlace.find(sqs, queue, deadLetters));
    }

    @Override
    public int receipts() {
        return place.receipts();
    }

    @Override
    public List<QueuedMessage> receive(int max, Duration wait, Duration hidden) {
        Duration attempt = wait.plus(ANSWER);
        return attempt("sqs:ReceiveMessage", place.name(), () -> sqs
                .receiveMessage(request -> request.queueUrl(place.url())
                        .maxNumberOfMessages(Math.min(max, LARGEST_BATCH))
                        .waitTimeSeconds((int) wait.toSeconds())
                        .visibilityTimeout(seconds(hidden, LONGEST_HIDDEN))
                        .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SENT_TIMESTAMP)
                        // A long poll is silent on purpose; the client's own limit would end it as a failure.
                        .overrideConfiguration(
                                it -> it.apiCallAttemptTimeout(attempt).apiCallTimeout(attempt.multipliedBy(2))))
                .messages()
                .stream()
                .map(SqsPushQueue::message)
                .toList());
    }

    private static QueuedMessage message(Message message) {
        Map<MessageSystemAttributeName, String> known = message.attributes();
        return new QueuedMessage(
                message.messageId(),
                message.receiptHandle(),
                (int) number(known.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
                Instant.ofEpochMilli(number(known.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
                message.body() == null ? "" : message.body());
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 1;
    }

    @Override
    public boolean hide(QueuedMessage message, Duration hidden) {
        return attempt("sqs:ChangeMessageVisibility", place.name(), () -> {
            try {
                sqs.changeMessageVisibility(request -> request.queueUrl(place.url())
                        .receiptHandle(message.receipt())
                        .visibilityTimeout(seconds(hidden, LONGEST_HIDDEN)));
                return true;
            } catch (MessageNotInflightException | ReceiptHandleIsInvalidException gone) {
                return false;
            } catch (SqsException refused) {
                // Also for a message that was hidden for twelve hours in all, or whose receipt has run out.
                if (refused.awsErrorDetails() != null
                        && "InvalidParameterValue"
                                .equals(refused.awsErrorDetails().errorCode())) {
                    return false;
                }
                throw refused;
            }
        });
    }

    @Override
    public void delete(Collection<QueuedMessage> messages) {
        new DeleteMessages(sqs, place).all(List.copyOf(messages));
    }

    @Override
    public void renew(QueuedMessage message, Duration hidden) {
        attempt(
                "sqs:SendMessage",
                place.name(),
                () -> sqs.sendMessage(request -> request.queueUrl(place.url())
                        .messageBody(message.body())
                        .delaySeconds(seconds(hidden, LONGEST_DELAY))));
        delete(List.of(message));
    }

    @Override
    public void reject(QueuedMessage message, String reason) {
        try {
            bury(message, attributes(message, reason));
        } catch (QueueUnavailableException refused) {
            // The reason counts towards the longest message, and the message matters more.
            if (!(refused.getCause() instanceof AwsException failure) || failure.problem() != AwsProblem.INVALID) {
                throw refused;
            }
            bury(message, Map.of());
        }
        delete(List.of(message));
    }

    private void bury(QueuedMessage message, Map<String, MessageAttributeValue> attributes) {
        attempt(
                "sqs:SendMessage",
                place.deadLetterName(),
                () -> sqs.sendMessage(request -> request.queueUrl(place.deadLetterUrl())
                        .messageBody(message.body())
                        .messageAttributes(attributes)));
    }

    private static Map<String, MessageAttributeValue> attributes(QueuedMessage message, String reason) {
        String cut = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        return Map.of("reason", text(cut), "originalMessageId", text(message.id()));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    @Override
    public void send(List<String> bodies) {
        new SendMessages(sqs, place).all(bodies);
    }

    /** In whole seconds, rounded up, because no time at all means something else. */
    private static int seconds(Duration time, Duration longest) {
        Duration bounded = time.compareTo(longest) < 0 ? time : longest;
        return (int) bounded.plusMillis(999).toSeconds();
    }
}
