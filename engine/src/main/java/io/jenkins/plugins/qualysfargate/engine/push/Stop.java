package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether it is time to stop, and whether running scans have had their time since then. */
final class Stop {
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final BooleanSupplier asked;
    private final Duration grace;
    private final Clock clock;
    private final CountDownLatch noticed = new CountDownLatch(1);
    private @Nullable Instant since;

    Stop(BooleanSupplier asked, Duration grace, Clock clock) {
        this.asked = asked;
        this.grace = grace;
        this.clock = clock;
    }

    synchronized void request() {
        if (since == null) {
            since = clock.instant();
            noticed.countDown();
        }
    }

    boolean requested() {
        if (noticed.getCount() > 0 && asked.getAsBoolean()) {
            request();
        }
        return noticed.getCount() == 0;
    }

    synchronized boolean graceIsOver() {
        return requested() && since != null && !clock.instant().isBefore(since.plus(grace));
    }

    /** Waits for so long, or until it is time to stop. */
    void await(Duration time) throws InterruptedException {
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(LOOK_AROUND)) {
            Duration step = left.compareTo(LOOK_AROUND) < 0 ? left : LOOK_AROUND;
            if (requested() || noticed.await(step.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
