package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsProblem;
import io.jenkins.plugins.qualysfargate.engine.outbox.Channel;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes messages to one topic of SNS, standard or FIFO. */
public final class SnsChannel implements Channel {
    /** The channel of messages that this one carries. */
    public static final String NAME = "sns";

    private static final String FIFO = ".fifo";

    private final AwsClients aws;
    private final String topicArn;

    public SnsChannel(AwsClients aws, String topicArn) {
        this.aws = aws;
        this.topicArn = topicArn;
    }

    @Override
    public void send(OutboxMessage message) throws UndeliverableException {
        try {
            new AwsCall("sns:Publish", "topic " + topicArn).on(() -> aws.sns().publish(request -> {
                request.topicArn(topicArn)
                        .subject(message.subject())
                        .message(message.body())
                        .messageAttributes(attributes(message));
                if (topicArn.endsWith(FIFO)) {
                    request.messageGroupId("qualys-fargate").messageDeduplicationId(message.id());
                }
            }));
        } catch (AwsException failure) {
            throw new UndeliverableException(failure.advice(), failure.problem() != AwsProblem.INVALID, failure);
        }
    }

    private static Map<String, MessageAttributeValue> attributes(OutboxMessage message) {
        Map<String, MessageAttributeValue> attributes = message.attributes().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, each -> text(each.getValue())));
        attributes.put("messageId", text(message.id()));
        return attributes;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
