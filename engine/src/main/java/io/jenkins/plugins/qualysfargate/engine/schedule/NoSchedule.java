package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Never due by the clock, for a reason. */
public record NoSchedule(Reason reason) implements Schedule {

    /** Why the clock does not say when it is due. */
    public enum Reason {
        /** Nobody wants it to run. */
        NEVER("never"),
        /** Whoever wants it starts it; Tenable.sc's type now. */
        ON_DEMAND("only when somebody starts it"),
        /** Due when what it depends on has completed. */
        DEPENDENT("after what it depends on"),
        /** Only a pattern for others. */
        TEMPLATE("never, it is a template"),
        /** The rest of one that ran out of time. */
        ROLLOVER("as the rest of one that ran out of time"),
        /** A state that has to hold all the time. */
        LEVEL("all the time");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    @Override
    public List<Instant> occurrences(Instant from, Instant to) {
        return List.of();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> previous(Instant before) {
        return Optional.empty();
    }

    @Override
    public String canonical() {
        return "none " + reason.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public String words() {
        return reason.words;
    }
}
