package io.jenkins.plugins.qualysfargate.engine.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait: RFC 9110, section 10.2.3, or as Qualys says it with a refusal for too many calls. */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Clock clock;

    /** @param clock tells how far away a date is */
    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** The wait that the answer asks for, never negative; null if it asks for none or cannot be understood. */
    public @Nullable Duration of(@Nullable HttpAnswer answer) {
        String value = answer == null
                ? ""
                : answer.header("retry-after")
                        .or(() -> answer.header("x-ratelimit-towait-sec"))
                        .orElse("")
                        .strip();
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        if (value.isEmpty()) {
            return null;
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
