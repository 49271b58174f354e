package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.push.Push;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of a finding the push that has its image scanned, as if it had been pushed now. */
final class Wishes {
    private final SweepRule rule;
    private final Clock clock;

    Wishes(SweepRule rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    Push of(SweepFinding finding) {
        CatalogueImage image = finding.image();
        Instant now = clock.instant();
        return new Push(
                image.registry(),
                image.repository(),
                image.digest(),
                image.tags().isEmpty() ? null : image.tags().get(0),
                now,
                "sweep-" + UUID.randomUUID(),
                freshAfter(finding.state(), now));
    }

    /** Where there is a complete scan that will not do, it is to be said that it will not. */
    private @Nullable Instant freshAfter(SweepState state, Instant now) {
        return switch (state) {
            case STALE -> now.minus(rule.maxAge());
            case SUSPECT -> now;
            case CURRENT, RECENT, INDETERMINATE, NEVER_SCANNED -> null;
        };
    }
}
