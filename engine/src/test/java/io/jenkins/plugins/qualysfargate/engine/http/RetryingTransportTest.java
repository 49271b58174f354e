package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RetryingTransportTest {
    private static final String CALL = "GET https://one.example/a";
    private static final Instant NOW = Instant.parse("2026-01-22T12:00:00Z");

    private final FakeTransport network = new FakeTransport();
    private final RetrySettings quick =
            new RetrySettings(3, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(10));
    private final Transport transport = new RetryingTransport(network, quick, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void shouldRepeatWhenStatusMayPass(int status) throws TransportException {
        network.answer(CALL, status, "busy").answer(CALL, 200, "fine");

        assertThat(get().body().text()).isEqualTo("fine");
        assertThat(network.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 403, 404, 410, 501})
    void shouldNotRepeatOtherStatuses(int status) throws TransportException {
        network.answer(CALL, status, "final");

        assertThat(get().status()).isEqualTo(status);
        assertThat(network.calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TIMED_OUT", "UNREACHABLE", "CUT_OFF"})
    void shouldRepeatWhenFailureMayPass(Kind kind) throws TransportException {
        network.fail(CALL, kind).answer(CALL, 200, "fine");

        assertThat(get().body().text()).isEqualTo("fine");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TIMED_OUT", "UNREACHABLE", "CUT_OFF"})
    void shouldNotRepeatFailuresThatStay(Kind kind) {
        network.fail(CALL, kind).answer(CALL, 200, "fine");

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(this::get)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void shouldGiveLastAnswerWhenAttemptsAreUsedUp() throws TransportException {
        network.answer(CALL, 503, "busy");

        assertThat(get().status()).isEqualTo(503);
        assertThat(network.calls()).hasSize(3);
    }

    @Test
    void shouldGiveLastFailureWhenAttemptsAreUsedUp() {
        network.fail(CALL, Kind.UNREACHABLE);

        assertThatExceptionOfType(TransportException.class).isThrownBy(this::get);
        assertThat(network.calls()).hasSize(3);
    }

    @Test
    void shouldNotRepeatCallsThatChangeSomething() throws TransportException {
        network.answer("POST https://one.example/a", 503, "busy");

        transport.send(HttpCall.post(URI.create("https://one.example/a"), "text/plain", "x"));

        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldWaitAtLeastAsLongAsTheServerAsks() throws TransportException {
        network.answer(CALL, 429, Map.of("retry-after", "1"), "slow down").answer(CALL, 200, "fine");

        long start = System.nanoTime();
        assertThat(get().status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "999999999", "Thu, 22 Jan 2026 13:00:00 GMT"})
    void shouldNotWaitLongerThanAllowed(String retryAfter) throws TransportException {
        network.answer(CALL, 429, Map.of("retry-after", retryAfter), "slow down");

        assertThat(get().status()).isEqualTo(429);
        assertThat(network.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "", "99999999999999999999", "Thu, 22 Jan 2026 11:00:00 GMT"})
    void shouldRepeatInSpiteOfUnreadableOrPastWish(String retryAfter) throws TransportException {
        network.answer(CALL, 503, Map.of("retry-after", retryAfter), "busy").answer(CALL, 200, "fine");

        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void shouldBeCancelledWhileWaiting() {
        network.answer(CALL, 429, Map.of("retry-after", "2"), "slow down");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(this::get)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    private HttpAnswer get() throws TransportException {
        return transport.send(HttpCall.get(URI.create("https://one.example/a")));
    }
}
