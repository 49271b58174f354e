package io.jenkins.plugins.qualysfargate.engine.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repeats calls that only read, when the failure may pass, within bounds, and waits as long as the server asks. */
final class RetryingTransport implements Transport {
    /** RFC 9110, sections 15.5.9 and 15.6; RFC 6585, section 4. */
    private static final Set<Integer> PASSING_STATUSES = Set.of(408, 429, 500, 502, 503, 504);

    private static final Set<Kind> PASSING_KINDS = EnumSet.of(Kind.TIMED_OUT, Kind.UNREACHABLE, Kind.CUT_OFF);
    private static final double JITTER = 0.25;

    private final Transport inner;
    private final RetryPolicy<HttpAnswer> policy;

    RetryingTransport(Transport inner, RetrySettings settings, Clock clock) {
        this.inner = inner;
        RetryAfter retryAfter = new RetryAfter(clock);
        this.policy = RetryPolicy.<HttpAnswer>builder()
                .handleIf((answer, failure) -> mayPass(answer, failure))
                .withMaxAttempts(settings.attempts())
                .withMaxDuration(settings.maxDuration())
                .withBackoff(settings.firstDelay(), settings.longestDelay())
                .withJitter(JITTER)
                .withDelayFn(context -> unjittered(retryAfter.of(context.getLastResult())))
                .abortIf((answer, failure) -> isLonger(retryAfter.of(answer), settings.longestDelay()))
                .build();
    }

    @Override
    public HttpAnswer send(HttpCall call) throws TransportException {
        if (!call.repeatable()) {
            return inner.send(call);
        }
        try {
            return Failsafe.with(policy).get(() -> inner.send(call));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof TransportException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw TransportFailure.cancelled(call, e);
            }
            throw e;
        }
    }

    private static boolean mayPass(@Nullable HttpAnswer answer, @Nullable Throwable failure) {
        if (answer != null) {
            return PASSING_STATUSES.contains(answer.status());
        }
        return failure instanceof TransportException it && PASSING_KINDS.contains(it.kind());
    }

    /** The policy's jitter may shorten a wait by a quarter, and the server's wish is a minimum. Negative: no wish. */
    private static Duration unjittered(@Nullable Duration wish) {
        return wish == null ? Duration.ofNanos(-1) : Duration.ofNanos((long) (wish.toNanos() / (1 - JITTER)));
    }

    private static boolean isLonger(@Nullable Duration wish, Duration limit) {
        return wish != null && wish.compareTo(limit) > 0;
    }
}
