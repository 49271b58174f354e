package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far the clock of a source is ahead of ours, from what its answers say; the quickest answer tells most. Used by
 * one thread.
 */
public final class ClockSkew {
    /** From here on times of the source and ours cannot be compared, and a look at it is blind. */
    public static final Duration TOO_FAR = Duration.ofMinutes(10);

    private @Nullable Duration ahead;
    private @Nullable Duration quickest;

    /**
     * Takes an answer into account.
     *
     * @param sourceTime when it was made, by the source; see {@link #date}
     * @param sent when we asked, by our clock
     * @param received when the whole answer was there, by our clock
     */
    public void answered(@Nullable Instant sourceTime, Instant sent, Instant received) {
        Duration took = Duration.between(sent, received);
        if (sourceTime == null || took.isNegative() || (quickest != null && quickest.compareTo(took) <= 0)) {
            return;
        }
        quickest = took;
        ahead = Duration.between(sent.plus(took.dividedBy(2)), sourceTime);
    }

    /** How far the source is ahead; null if no answer said its time. */
    public @Nullable Duration ahead() {
        return ahead;
    }

    /** @throws BlindException if the clocks are so far apart that nobody can tell what is late */
    public void check(String where) throws BlindException {
        // What lies between asking and answering may be the network as well as the clocks.
        if (ahead == null
                || quickest == null
                || ahead.abs().minus(quickest.dividedBy(2)).compareTo(TOO_FAR) <= 0) {
            return;
        }
        throw new BlindException(
                "The clock of " + where + " is " + ahead.abs().toMinutes() + " minutes "
                        + (ahead.isNegative() ? "behind" : "ahead of")
                        + " the clock of this machine, so that nobody can"
                        + " tell what is late.",
                "Set both clocks by NTP.",
                false,
                null);
    }

    /** When an answer was made, by its header Date (RFC 9110, section 6.6.1); null if it does not say. */
    public static @Nullable Instant date(HttpAnswer answer) {
        String value = answer.header("date").orElse("").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
