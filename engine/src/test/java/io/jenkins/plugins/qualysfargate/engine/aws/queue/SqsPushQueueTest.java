package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.push.QueuedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The adapter against a queue that answers as SQS does. */
class SqsPushQueueTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestQueue queue = TestQueue.create(5);
    private final SqsPushQueue opened = queue.open();

    @AfterEach
    void close() {
        queue.close();
    }

    private QueuedMessage received(Duration hidden) {
        List<QueuedMessage> messages = opened.receive(10, NONE, hidden);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @Test
    void shouldReceiveAMessageWithWhatIsKnownOfIt() {
        queue.put("{\"x\":\"Ü\"}");

        QueuedMessage message = received(MINUTE);

        assertThat(message.body()).isEqualTo("{\"x\":\"Ü\"}");
        assertThat(message.id()).isNotEmpty();
        assertThat(message.receiveCount()).isEqualTo(1);
        assertThat(message.sentAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(opened.receive(10, NONE, MINUTE)).isEmpty();
        assertThat(opened.receipts()).isEqualTo(5);
    }

    @Test
    void shouldShowAMessageAgainThatIsNoLongerHidden() {
        queue.put("body");
        QueuedMessage first = received(MINUTE);

        assertThat(opened.hide(first, NONE)).isTrue();

        QueuedMessage second = received(MINUTE);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.receiveCount()).isEqualTo(2);
    }

    @Test
    void shouldHideAMessageForLonger() {
        queue.put("body");
        QueuedMessage message = received(Duration.ofSeconds(1));

        assertThat(opened.hide(message, MINUTE)).isTrue();

        assertThat(opened.receive(1, Duration.ofSeconds(2), MINUTE)).isEmpty();
    }

    @Test
    void shouldSayThatADeletedMessageCannotBeHidden() {
        queue.put("body");
        QueuedMessage message = received(MINUTE);
        opened.delete(List.of(message));

        assertThat(opened.hide(message, MINUTE)).isFalse();
    }

    @Test
    void shouldDeleteMoreThanFitsIntoOneCall() {
        opened.send(IntStream.range(0, 23).mapToObj(i -> "body " + i).toList());
        List<QueuedMessage> all = IntStream.range(0, 3)
                .mapToObj(i -> opened.receive(10, NONE, MINUTE))
                .flatMap(List::stream)
                .toList();
        assertThat(all).hasSize(23);

        opened.delete(all);

        assertThat(queue.size()).isZero();
    }

    @Test
    void shouldMoveAMessageToTheDeadLettersWithTheReason() {
        queue.put("no event");
        QueuedMessage message = received(MINUTE);

        opened.reject(message, "The body cannot be read.");

        assertThat(queue.size()).isZero();
        assertThat(queue.dead()).singleElement().satisfies(dead -> {
            assertThat(dead.body()).isEqualTo("no event");
            assertThat(attribute(dead, "reason")).isEqualTo("The body cannot be read.");
            assertThat(attribute(dead, "originalMessageId")).isEqualTo(message.id());
        });
    }

    private static @Nullable String attribute(Message message, String name) {
        MessageAttributeValue value = message.messageAttributes().get(name);
        return value == null ? null : value.stringValue();
    }

    @Test
    void shouldMoveAMessageToTheDeadLettersThatIsTooLongForAReason() {
        String longest = "x".repeat(256 * 1024);
        queue.put(longest);

        opened.reject(received(MINUTE), "It has too many bytes.");

        assertThat(queue.size()).isZero();
        assertThat(queue.dead()).singleElement().extracting(Message::body).isEqualTo(longest);
    }

    @Test
    void shouldPutAMessageBackAsANewOne() {
        queue.put("body");
        QueuedMessage first = received(MINUTE);

        opened.renew(first, NONE);

        QueuedMessage second = received(MINUTE);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.receiveCount()).isEqualTo(1);
        assertThat(second.body()).isEqualTo("body");
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void shouldNameTheQueueThatIsNotThereAndTheAction() {
        assertThatThrownBy(() -> SqsPushQueue.open(queue.sqs(), "nowhere", null))
                .hasMessageContaining("sqs:GetQueueUrl")
                .hasMessageContaining("queue nowhere")
                .hasMessageContaining("Create queue nowhere");
        assertThatThrownBy(() -> SqsPushQueue.open(queue.sqs(), queue.name(), "no-dead-letters"))
                .hasMessageContaining("queue no-dead-letters");
    }

    @Test
    void shouldOpenAQueueByItsAddress() {
        String url = queue.sqs()
                .getQueueUrl(request -> request.queueName(queue.name()))
                .queueUrl();
        queue.put("body");

        assertThat(SqsPushQueue.open(queue.sqs(), url, null).receive(1, NONE, MINUTE))
                .hasSize(1);
    }
}
