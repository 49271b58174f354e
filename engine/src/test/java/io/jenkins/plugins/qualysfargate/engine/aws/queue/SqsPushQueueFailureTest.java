package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.push.QueuedMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failures by operation: what goes wrong on the way to the queue loses no message. */
class SqsPushQueueFailureTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Fault DENIED = Fault.Answer.json(403, "AccessDenied", "not authorized to do this");
    private static final Fault EXPIRED = Fault.Answer.json(400, "ExpiredToken", "the token is expired");
    private static final Fault BROKEN = Fault.Answer.json(500, "InternalError", "try later");
    private static final Fault THROTTLED = Fault.Answer.json(400, "RequestThrottled", "slow down");

    private final TestQueue queue = TestQueue.create(5);

    @AfterEach
    void close() {
        queue.close();
    }

    /** Runs with a queue whose n-th call of one operation meets a fault; null for none. */
    private void on(String operation, IntFunction<Fault> faults, Consumer<SqsPushQueue> work) {
        AtomicInteger number = new AtomicInteger();
        try (TroubledPath path = TroubledPath.to(StandIns.sqs(), call -> {
                    Fault fault = call.operation().equals(operation) ? faults.apply(number.incrementAndGet()) : null;
                    return fault == null ? new Fault.None() : fault;
                });
                AwsClients clients = StandIns.clients(path.endpoint())) {
            work.accept(SqsPushQueue.open(clients.sqs(), queue.name(), null));
        }
    }

    private static IntFunction<Fault> first(Fault... faults) {
        return number -> number <= faults.length ? faults[number - 1] : null;
    }

    private static IntFunction<Fault> always(Fault fault) {
        return number -> fault;
    }

    private QueuedMessage message(String body) {
        queue.put(body);
        return queue.open().receive(1, NONE, MINUTE).get(0);
    }

    @Test
    void throttledAndBrokenWhileReceiving() {
        queue.put("body");

        on("ReceiveMessage", first(THROTTLED, BROKEN, new Fault.LostCall()), it -> assertThat(
                        it.receive(1, NONE, MINUTE))
                .hasSize(1));
    }

    @Test
    void lostAnswerWhileReceiving() {
        queue.put("body");

        on("ReceiveMessage", first(new Fault.LostAnswer()), it -> {
            // The message is hidden from everybody, until the time is over that it was taken for.
            assertThat(it.receive(1, NONE, Duration.ofSeconds(1))).isEmpty();
            assertThat(it.receive(1, Duration.ofSeconds(3), MINUTE)).hasSize(1);
        });
    }

    @Test
    void silentForAsLongAsALongPoll() {
        on("ReceiveMessage", first(new Fault.Late(Duration.ofSeconds(6))), it -> assertThat(
                        it.receive(1, Duration.ofSeconds(1), MINUTE))
                .as("an attempt of other calls ends after 5 seconds")
                .isEmpty());
    }

    @Test
    void deniedWhileReceiving() {
        on("ReceiveMessage", always(DENIED), it -> assertThatThrownBy(() -> it.receive(1, NONE, MINUTE))
                .isInstanceOfSatisfying(QueueUnavailableException.class, failure -> assertThat(failure.passing())
                        .isFalse())
                .hasMessageContaining("Allow sqs:ReceiveMessage on queue " + queue.name()));
    }

    @Test
    void expiredWhileReceiving() {
        on("ReceiveMessage", always(EXPIRED), it -> assertThatThrownBy(() -> it.receive(1, NONE, MINUTE))
                .isInstanceOf(QueueUnavailableException.class)
                .hasMessageContaining("renew it"));
    }

    @Test
    void brokenWhileHiding() {
        QueuedMessage message = message("body");

        on("ChangeMessageVisibility", always(BROKEN), it -> assertThatThrownBy(() -> it.hide(message, MINUTE))
                .isInstanceOfSatisfying(QueueUnavailableException.class, failure -> assertThat(failure.passing())
                        .isTrue())
                .hasMessageContaining("sqs:ChangeMessageVisibility"));
    }

    @Test
    void lostAnswerWhileDeleting() {
        QueuedMessage message = message("body");

        on("DeleteMessageBatch", first(new Fault.LostAnswer()), it -> it.delete(List.of(message)));

        assertThat(queue.size()).isZero();
    }

    @Test
    void partlyFailedWhileDeleting() {
        List<QueuedMessage> two = List.of(message("one"), message("two"));
        Fault half = Fault.Answer.json("{\"Successful\":[],\"Failed\":[{\"Id\":\"1\",\"SenderFault\":false,"
                + "\"Code\":\"InternalError\",\"Message\":\"try later\"}]}");

        on("DeleteMessageBatch", first(half), it -> it.delete(two));

        assertThat(queue.size())
                .as("the one that failed was tried again, the other not")
                .isEqualTo(1);
    }

    @Test
    void partlyFailedForGoodWhileDeleting() {
        List<QueuedMessage> two = List.of(message("one"), message("two"));
        Fault half = Fault.Answer.json("{\"Successful\":[],\"Failed\":[{\"Id\":\"1\",\"SenderFault\":true,"
                + "\"Code\":\"InvalidAddress\",\"Message\":\"no\"}]}");

        on("DeleteMessageBatch", always(half), it -> assertThatThrownBy(() -> it.delete(two))
                .isInstanceOf(QueueUnavailableException.class)
                .hasMessageContaining("sqs:DeleteMessage")
                .hasMessageContaining("1 of 2")
                .hasMessageContaining("InvalidAddress"));
    }

    @Test
    void endlesslyFailedWhileDeleting() {
        List<QueuedMessage> one = List.of(message("one"));
        AtomicInteger calls = new AtomicInteger();
        Fault none = Fault.Answer.json("{\"Successful\":[],\"Failed\":[{\"Id\":\"0\",\"SenderFault\":false,"
                + "\"Code\":\"InternalError\",\"Message\":\"try later\"}]}");

        on(
                "DeleteMessageBatch",
                number -> {
                    calls.set(number);
                    return none;
                },
                it -> assertThatThrownBy(() -> it.delete(one))
                        .isInstanceOfSatisfying(
                                QueueUnavailableException.class,
                                failure -> assertThat(failure.passing()).isTrue()));
        assertThat(calls).hasValueLessThan(10);
    }

    @Test
    void lostAnswerWhileRejecting() {
        QueuedMessage message = message("no event");

        on("SendMessage", first(new Fault.LostAnswer()), it -> it.reject(message, "It is no event."));

        assertThat(queue.size()).isZero();
        assertThat(queue.dead()).as("twice at most, and never not at all").hasSizeBetween(1, 2);
    }

    @Test
    void deniedWhileRejecting() {
        QueuedMessage message = message("no event");

        on("SendMessage", always(DENIED), it -> assertThatThrownBy(() -> it.reject(message, "It is no event."))
                .hasMessageContaining("Allow sqs:SendMessage on queue " + queue.deadLetters()));

        assertThat(queue.size()).as("what cannot be moved stays").isEqualTo(1);
    }

    @Test
    void brokenBetweenMovingAndDeleting() {
        QueuedMessage message = message("no event");

        on("DeleteMessageBatch", always(BROKEN), it -> assertThatThrownBy(() -> it.reject(message, "It is no event."))
                .isInstanceOf(QueueUnavailableException.class));

        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.dead()).hasSize(1);
    }

    @Test
    void lostAnswerWhileRenewing() {
        QueuedMessage message = message("body");

        on("SendMessage", first(new Fault.LostAnswer()), it -> it.renew(message, NONE));

        assertThat(queue.size()).isBetween(1L, 2L);
    }

    @Test
    void partlyFailedWhileSending() {
        Fault half = Fault.Answer.json("{\"Successful\":[],\"Failed\":[{\"Id\":\"0\",\"SenderFault\":false,"
                + "\"Code\":\"InternalError\",\"Message\":\"try later\"}]}");

        on("SendMessageBatch", first(half), it -> it.send(List.of("one", "two")));

        assertThat(queue.open().receive(10, NONE, MINUTE))
                .extracting(QueuedMessage::body)
                .containsExactly("one");
    }
}
