package io.jenkins.plugins.qualysfargate.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final List<String> sent = new ArrayList<>();
    private @Nullable UndeliverableException failure;

    private void save(String id) {
        outbox.save(new OutboxMessage(id, "sns", "subject", "body", Map.of(), NOON));
    }

    private DeliveryCount deliverAt(Instant now) {
        Channel channel = message -> {
            if (failure != null) {
                throw failure;
            }
            sent.add(message.id());
        };
        return new Delivery(outbox, Map.of("sns", channel), DeliverySettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC))
                .deliverDue();
    }

    @Test
    void shouldDeliverEveryMessageOnce() {
        for (int i = 0; i < 25; i++) {
            save("m" + i);
        }

        assertThat(deliverAt(NOON)).isEqualTo(new DeliveryCount(25, 0, 0, List.of()));
        assertThat(deliverAt(NOON.plus(Duration.ofDays(9)))).isEqualTo(DeliveryCount.NONE);
        assertThat(sent).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void shouldTryAgainAfterLongerAndLongerPauses() {
        save("m");
        failure = new UndeliverableException("the topic is throttled", true, null);

        assertThat(deliverAt(NOON)).isEqualTo(new DeliveryCount(0, 1, 0, List.of("the topic is throttled")));
        assertThat(deliverAt(NOON.plusSeconds(29))).isEqualTo(DeliveryCount.NONE);
        assertThat(deliverAt(NOON.plusSeconds(30)).postponed()).isEqualTo(1);
        assertThat(deliverAt(NOON.plusSeconds(89))).isEqualTo(DeliveryCount.NONE);
        failure = null;
        assertThat(deliverAt(NOON.plusSeconds(90)).delivered()).isEqualTo(1);
    }

    @Test
    void shouldNotTryAThousandMessagesToAChannelThatIsDown() {
        for (int i = 0; i < 25; i++) {
            save("m" + i);
        }
        failure = new UndeliverableException("no answer in time", true, null);

        assertThat(deliverAt(NOON)).isEqualTo(new DeliveryCount(0, 10, 0, List.of("no answer in time")));
        assertThat(deliverAt(NOON.plus(Duration.ofDays(9))).abandoned()).isEqualTo(1);
        failure = null;
        assertThat(deliverAt(NOON.plus(Duration.ofDays(10))).delivered()).isEqualTo(24);
    }

    @Test
    void shouldGiveUpInTheEndAndSayWhy() {
        save("m");
        failure = new UndeliverableException("the topic is gone", true, null);
        deliverAt(NOON);

        assertThat(deliverAt(NOON.plus(Duration.ofDays(2))).abandoned()).isEqualTo(1);
        assertThat(outbox.undelivered(1)).extracting(Undelivered::reason).containsExactly("the topic is gone");
    }

    @Test
    void shouldGiveUpAtOnceWhatNoRepetitionHelps() {
        save("m");
        failure = new UndeliverableException("the body is too long", false, null);

        assertThat(deliverAt(NOON).abandoned()).isEqualTo(1);
    }

    @Test
    void shouldLeaveMessagesToChannelsThatAreNotHere() {
        outbox.save(new OutboxMessage("m", "pager", "subject", "body", Map.of(), NOON));

        assertThat(deliverAt(NOON)).isEqualTo(DeliveryCount.NONE);
        assertThat(outbox.waiting(1)).hasSize(1);
    }

    @Test
    void shouldPauseNoLongerThanTheLongestPause() {
        assertThat(DeliverySettings.DEFAULT.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(DeliverySettings.DEFAULT.pauseAfter(4)).isEqualTo(Duration.ofMinutes(4));
        assertThat(DeliverySettings.DEFAULT.pauseAfter(4000)).isEqualTo(Duration.ofMinutes(30));
    }
}
