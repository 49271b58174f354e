package io.jenkins.plugins.qualysfargate.jenkins.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.outbox.Claim;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertBacklogTest {
    private static final Instant NOW = Instant.parse("2025-11-21T12:00:00Z");

    private static OutboxMessage message(String id, Duration age) {
        return new OutboxMessage(id, "sns", "about " + id, "{}", Map.of(), NOW.minus(age));
    }

    /** Some messages, whatever is done to them. */
    private record Messages(List<OutboxMessage> waiting, List<Undelivered> undelivered) implements Outbox {
        @Override
        public List<Claim> claim(String channel, Instant now, Duration lease, int limit) {
            return List.of();
        }

        @Override
        public void delivered(Claim claim) {}

        @Override
        public void postpone(Claim claim, Instant retryAt, String reason) {}

        @Override
        public void abandon(Claim claim, Instant now, String reason) {}

        @Override
        public List<OutboxMessage> waiting(int limit) {
            return waiting;
        }

        @Override
        public List<Undelivered> undelivered(int limit) {
            return undelivered;
        }
    }

    @Test
    void shouldCountWhatWasGivenUpAndWhatHasWaitedForAnHour() {
        Outbox outbox = new Messages(
                List.of(message("old", Duration.ofMinutes(61)), message("young", Duration.ofMinutes(59))),
                List.of(new Undelivered(message("lost", Duration.ofDays(3)), 9, NOW.minusSeconds(60), "denied")));

        AlertBacklog backlog = AlertBacklog.of(outbox, NOW, "timeout");

        assertThat(backlog.alerts()).extracting(LateAlert::subject).containsExactly("about lost", "about old");
        assertThat(backlog.alerts()).extracting(LateAlert::givenUp).containsExactly(true, false);
        assertThat(backlog.reason()).isEqualTo("timeout");
    }

    @Test
    void shouldForgetWhatSomebodyHasSeen() {
        Outbox outbox = new Messages(
                List.of(message("old", Duration.ofMinutes(61))),
                List.of(new Undelivered(message("lost", Duration.ofDays(3)), 9, NOW.minusSeconds(60), "denied")));

        AlertBacklog unseen = AlertBacklog.of(outbox, NOW, "").after(NOW.minusSeconds(120));

        assertThat(unseen.alerts()).extracting(LateAlert::subject).containsExactly("about lost");
    }
}
