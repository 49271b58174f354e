package io.jenkins.plugins.qualysfargate.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox must do, with the store of changes that it belongs to; a test of one of them extends this one. */
public abstract class OutboxContractTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private Changes changes;
    private Outbox outbox;

    /** Saves changes with what is to be said about them. */
    protected interface Changes extends AutoCloseable {
        Outbox outbox();

        /** Saves a change, or does nothing if the change of this name is saved already. */
        void save(String change, List<OutboxMessage> messages);

        @Override
        void close();
    }

    /** An empty store. */
    protected abstract Changes open() throws Exception;

    @BeforeEach
    void openChanges() throws Exception {
        changes = open();
        outbox = changes.outbox();
    }

    @AfterEach
    void closeChanges() {
        changes.close();
    }

    private static OutboxMessage message(String id, Instant createdAt) {
        return new OutboxMessage(
                id,
                "sns",
                "Security Alert: payments-api:1",
                "{\"repository\":\"payments-api\",\"note\":\"ü\\u0000\"}",
                Map.of("severity", "critical", "repository", "payments-api"),
                createdAt);
    }

    private void save(String change, OutboxMessage... messages) {
        changes.save(change, List.of(messages));
    }

    private List<Claim> claim(Instant now) {
        return outbox.claim("sns", now, LEASE, 10);
    }

    @Test
    void shouldKeepAMessageWithTheChangeThatItTellsOf() {
        OutboxMessage message = message("alert-1", NOON);
        save("one", message);

        assertThat(outbox.waiting(10)).containsExactly(message);
        assertThat(claim(NOON)).extracting(Claim::message).containsExactly(message);
    }

    @Test
    void shouldSayNothingAgainWhenAChangeIsSavedAgain() {
        save("one", message("alert-1", NOON));
        claim(NOON).forEach(outbox::delivered);

        save("one", message("alert-1", NOON));

        assertThat(outbox.waiting(10)).isEmpty();
    }

    @Test
    void shouldGiveAMessageToNobodyElseBeforeTheLeaseEnds() {
        save("one", message("alert-1", NOON));

        Claim first = claim(NOON).get(0);
        assertThat(claim(NOON.plus(LEASE).minusMillis(1))).isEmpty();
        Claim second = claim(NOON.plus(LEASE)).get(0);

        assertThat(first.attempt()).isEqualTo(1);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.token()).isNotEqualTo(first.token());
    }

    @Test
    void shouldHearNothingFromAClaimThatWasLost() {
        save("one", message("alert-1", NOON));
        Claim lost = claim(NOON).get(0);
        Claim held = claim(NOON.plus(LEASE)).get(0);

        outbox.delivered(lost);
        outbox.postpone(lost, NOON, "lost");
        outbox.abandon(lost, NOON, "lost");

        assertThat(outbox.waiting(10)).hasSize(1);
        assertThat(claim(NOON.plus(LEASE))).isEmpty();
        outbox.delivered(held);
        assertThat(outbox.waiting(10)).isEmpty();
    }

    @Test
    void shouldTryAgainWhenItIsTime() {
        save("one", message("alert-1", NOON));
        outbox.postpone(claim(NOON).get(0), NOON.plusSeconds(600), "no network");

        assertThat(claim(NOON.plusSeconds(599))).isEmpty();
        assertThat(claim(NOON.plusSeconds(600))).extracting(Claim::attempt).containsExactly(2);
    }

    @Test
    void shouldKeepWhatWasGivenUpForPeopleToSee() {
        save("one", message("alert-1", NOON), message("alert-2", NOON.plusSeconds(1)));
        List<Claim> claims = claim(NOON.plusSeconds(1));
        outbox.abandon(claims.get(0), NOON.plusSeconds(5), "the topic is gone: " + "x".repeat(5000));
        outbox.abandon(claims.get(1), NOON.plusSeconds(6), "the topic is gone");

        assertThat(claim(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(outbox.waiting(10)).isEmpty();
        List<Undelivered> undelivered = outbox.undelivered(10);
        assertThat(undelivered).extracting(each -> each.message().id()).containsExactly("alert-2", "alert-1");
        assertThat(undelivered).extracting(Undelivered::attempts).containsExactly(1, 1);
        assertThat(undelivered.get(0).reason()).isEqualTo("the topic is gone");
        assertThat(undelivered.get(0).givenUpAt()).isEqualTo(NOON.plusSeconds(6));
    }

    @Test
    void shouldGiveOldestFirstAndOnlyOfOneChannel() {
        OutboxMessage mail = new OutboxMessage("mail-1", "mail", "s", "b", Map.of(), NOON);
        save("one", message("alert-2", NOON.plusSeconds(2)), mail, message("alert-1", NOON.plusSeconds(1)));

        assertThat(outbox.claim("sns", NOON.plusSeconds(9), LEASE, 1))
                .extracting(each -> each.message().id())
                .containsExactly("alert-1");
        assertThat(outbox.claim("sns", NOON.plusSeconds(9), LEASE, 5))
                .extracting(each -> each.message().id())
                .containsExactly("alert-2");
        assertThat(outbox.claim("mail", NOON.plusSeconds(9), LEASE, 5))
                .extracting(Claim::message)
                .containsExactly(mail);
    }

    @Test
    void shouldGiveEachMessageToOneOfManyWhoAsk() throws Exception {
        for (int i = 0; i < 20; i++) {
            save("change-" + i, message("alert-" + i, NOON));
        }
        Set<String> taken = ConcurrentHashMap.newKeySet();
        ExecutorService askers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> ask = () -> {
                int count = 0;
                for (List<Claim> claims = claim(NOON); !claims.isEmpty(); claims = claim(NOON)) {
                    claims.forEach(
                            each -> assertThat(taken.add(each.message().id())).isTrue());
                    count += claims.size();
                }
                return count;
            };
            int sum = 0;
            for (var result : askers.invokeAll(List.of(ask, ask, ask, ask), 60, TimeUnit.SECONDS)) {
                sum += result.get();
            }
            assertThat(sum).isEqualTo(20);
        } finally {
            askers.shutdownNow();
        }
    }
}
