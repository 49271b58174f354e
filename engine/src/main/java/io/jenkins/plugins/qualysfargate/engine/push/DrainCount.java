package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Tells the log, and counts. */
final class DrainCount {
    private final DrainLog log;
    private final Clock clock;
    private final Map<DrainEvent.Kind, LongAdder> events = new EnumMap<>(DrainEvent.Kind.class);
    private final Map<VerdictKind, LongAdder> verdicts = new EnumMap<>(VerdictKind.class);

    DrainCount(DrainLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
        for (DrainEvent.Kind kind : DrainEvent.Kind.values()) {
            events.put(kind, new LongAdder());
        }
        for (VerdictKind kind : VerdictKind.values()) {
            verdicts.put(kind, new LongAdder());
        }
    }

    void happened(
            DrainEvent.Kind kind,
            @Nullable QueuedMessage message,
            @Nullable Push push,
            String detail,
            @Nullable Duration time) {
        adder(events, kind).increment();
        log.happened(new DrainEvent(clock.instant(), kind, message == null ? null : message.id(), push, detail, time));
    }

    void trouble(String detail) {
        happened(DrainEvent.Kind.TROUBLE, null, null, detail, null);
    }

    void scanned(QueuedMessage message, Push push, ScanAnswer.Recorded answer, Duration took) {
        adder(verdicts, answer.verdict()).increment();
        happened(DrainEvent.Kind.SCANNED, message, push, answer.verdict() + ": " + answer.reason(), took);
    }

    DrainOutcome outcome() {
        return new DrainOutcome(
                adder(events, DrainEvent.Kind.RECEIVED).sum(),
                adder(verdicts, VerdictKind.PASS).sum(),
                adder(verdicts, VerdictKind.FAIL).sum(),
                adder(verdicts, VerdictKind.INDETERMINATE).sum(),
                adder(events, DrainEvent.Kind.KNOWN).sum(),
                adder(events, DrainEvent.Kind.IGNORED).sum(),
                adder(events, DrainEvent.Kind.REJECTED).sum(),
                adder(events, DrainEvent.Kind.POSTPONED).sum());
    }

    // Every constant has one since the constructor.
    private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> all, K kind) {
        return Objects.requireNonNull(all.get(kind), "a count for every kind");
    }
}
