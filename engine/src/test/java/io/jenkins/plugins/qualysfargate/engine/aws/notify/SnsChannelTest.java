package io.jenkins.plugins.qualysfargate.engine.aws.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnsChannelTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:qualys-fargate-security-alerts";
    private static final OutboxMessage ALERT = new OutboxMessage(
            "image-alert:one",
            "sns",
            "Security Alert: payments-api:1",
            "{\"repository\":\"payments-api\"}",
            Map.of("severity", "critical", "platform", ""),
            Instant.parse("2026-03-01T12:00:00Z"));

    private static TroubledPath topic() {
        return TroubledPath.answering(call -> Fault.Answer.query("Publish", "<MessageId>m-1</MessageId>"));
    }

    private static void send(TroubledPath path, String topic) throws UndeliverableException {
        try (AwsClients aws = new AwsClients(
                StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 2))) {
            new SnsChannel(aws, topic).send(ALERT);
        }
    }

    private static Map<String, String> form(TroubledPath path) {
        return Arrays.stream(path.calls().get(0).body().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    @Test
    void shouldPublishSubjectBodyAndWhatSubscribersFilterBy() throws UndeliverableException {
        try (TroubledPath path = topic()) {
            send(path, TOPIC);

            Map<String, String> form = form(path);
            assertThat(form)
                    .containsEntry("Action", "Publish")
                    .containsEntry("TopicArn", TOPIC)
                    .containsEntry("Subject", ALERT.subject())
                    .containsEntry("Message", ALERT.body())
                    .doesNotContainKey("MessageGroupId");
            // SNS refuses an attribute without a value, so the empty one is left out.
            assertThat(form.values()).contains("severity", "critical", "messageId", "image-alert:one");
            assertThat(form.values()).doesNotContain("platform");
        }
    }

    @Test
    void shouldLetAFifoTopicDropRepetitions() throws UndeliverableException {
        try (TroubledPath path = topic()) {
            send(path, TOPIC + ".fifo");

            assertThat(form(path)).containsEntry("MessageDeduplicationId", "image-alert:one");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, AuthorizationError, not allowed, true, Allow sns:Publish on topic arn:aws:sns",
        "404, NotFound, Topic does not exist, true, Create topic arn:aws:sns",
        "403, ExpiredToken, token expired, true, renew it",
        "400, Throttling, Rate exceeded, true, Try again later",
        "500, InternalError, oops, true, Try again later",
        "400, InvalidParameter, Message too long, false, Check that topic"
    })
    void shouldSayWhetherTryingAgainMayHelp(int status, String code, String message, boolean repeat, String remedy) {
        try (TroubledPath path = TroubledPath.answering(call -> Fault.Answer.refusedQuery(status, code, message))) {
            assertThatThrownBy(() -> send(path, TOPIC))
                    .isInstanceOfSatisfying(UndeliverableException.class, failure -> {
                        assertThat(failure.worthRepeating()).isEqualTo(repeat);
                        assertThat(failure.getMessage()).contains(remedy);
                    });
        }
    }
}
