package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue with its dead-letter queue in the stand-in, as what deploys them makes them. */
public final class TestQueue implements AutoCloseable {
    private final AwsClients clients = StandIns.clients(StandIns.sqs());
    private final String name = StandIns.unique("image-pushes");

    /** @param receipts before a message goes to the dead letters by itself */
    public static TestQueue create(int receipts) {
        TestQueue queue = new TestQueue();
        queue.sqs().createQueue(request -> request.queueName(queue.deadLetters()));
        queue.sqs().createQueue(request -> request.queueName(queue.name)
                .attributes(Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:elasticmq:000000000000:" + queue.deadLetters()
                                + "\",\"maxReceiveCount\":" + receipts + "}")));
        return queue;
    }

    public String name() {
        return name;
    }

    public String deadLetters() {
        return name + "-dead-letters";
    }

    public SqsClient sqs() {
        return clients.sqs();
    }

    public SqsPushQueue open() {
        return SqsPushQueue.open(sqs(), name, null);
    }

    public void put(String... bodies) {
        for (String body : bodies) {
            sqs().sendMessage(request -> request.queueUrl(url(name)).messageBody(body));
        }
    }

    /** What lies in the dead-letter queue, taken out of it. */
    public List<Message> dead() {
        return sqs().receiveMessage(request -> request.queueUrl(url(deadLetters()))
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All"))
                .messages();
    }

    /** Messages that are there, hidden and delayed ones included. */
    public long size() {
        return sqs()
                .getQueueAttributes(request -> request.queueUrl(url(name)).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .entrySet()
                .stream()
                .filter(each -> each.getKey().toString().startsWith("ApproximateNumberOfMessages"))
                .mapToLong(each -> Long.parseLong(each.getValue()))
                .sum();
    }

    private String url(String queue) {
        return sqs().getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    @Override
    public void close() {
        clients.close();
    }
}
