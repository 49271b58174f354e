package io.jenkins.plugins.qualysfargate.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeOverTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TakeOver TO_MAIL = new TakeOver(Map.of("pager", List.of("mail")), Duration.ofMinutes(15));

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final List<String> sent = new ArrayList<>();
    private final Map<String, UndeliverableException> failures = new HashMap<>();

    private void save(String id) {
        outbox.save(new OutboxMessage(id, "pager", "subject", "body", Map.of(), NOON));
    }

    private DeliveryCount deliverAfter(Duration age) {
        Map<String, Channel> channels = Map.of("pager", channel("pager"), "mail", channel("mail"));
        Clock clock = Clock.fixed(NOON.plus(age), ZoneOffset.UTC);
        return new Delivery(outbox, channels, DeliverySettings.DEFAULT, TO_MAIL, clock).deliverDue();
    }

    private Channel channel(String name) {
        return message -> {
            UndeliverableException failure = failures.get(name);
            if (failure != null) {
                throw failure;
            }
            sent.add(name + " " + message.id());
        };
    }

    private static UndeliverableException down() {
        return new UndeliverableException("it is down", true, null);
    }

    private static UndeliverableException refused() {
        return new UndeliverableException("invalid event", false, null);
    }

    @Test
    void shouldLetTheNextChannelTakeOverAtOnceWhatWillNeverBeTaken() {
        save("m");
        failures.put("pager", refused());

        assertThat(deliverAfter(Duration.ZERO).abandoned()).isEqualTo(1);
        assertThat(sent).containsExactly("mail m");
        assertThat(outbox.undelivered(1))
                .extracting(Undelivered::reason)
                .containsExactly("invalid event; channel mail has taken over");
    }

    @Test
    void shouldLetTheNextChannelTakeOverWhatHasWaitedTooLongAndGoOnTrying() {
        save("m");
        save("n");
        failures.put("pager", down());

        deliverAfter(Duration.ZERO);
        assertThat(sent).isEmpty();
        deliverAfter(Duration.ofMinutes(15));
        assertThat(sent).containsExactlyInAnyOrder("mail m", "mail n");
        failures.clear();
        assertThat(deliverAfter(Duration.ofMinutes(30)).delivered()).isEqualTo(2);
        assertThat(sent).contains("pager m", "pager n");
    }

    @Test
    void shouldKeepWhatNobodyTakesAsLongAsSomebodyMay() {
        save("m");
        failures.put("pager", refused());
        failures.put("mail", down());

        assertThat(deliverAfter(Duration.ZERO).postponed()).isEqualTo(1);
        failures.remove("mail");
        assertThat(deliverAfter(Duration.ofMinutes(1)).abandoned()).isEqualTo(1);
        assertThat(sent).containsExactly("mail m");
    }

    @Test
    void shouldGiveUpInTheEndAndSayWhatWasTried() {
        save("m");
        failures.put("pager", down());
        failures.put("mail", down());

        assertThat(deliverAfter(Duration.ofDays(2)).abandoned()).isEqualTo(1);
        assertThat(outbox.undelivered(1))
                .extracting(Undelivered::reason)
                .containsExactly("it is down; channel mail could not take over: it is down");
    }

    @Test
    void shouldLeaveAChannelAloneForAsLongAsItWants() {
        save("m");
        failures.put("pager", new UndeliverableException("slow down", Duration.ofMinutes(10)));

        deliverAfter(Duration.ZERO);
        failures.clear();
        assertThat(deliverAfter(Duration.ofMinutes(9))).isEqualTo(DeliveryCount.NONE);
        assertThat(deliverAfter(Duration.ofMinutes(10)).delivered()).isEqualTo(1);
    }
}
