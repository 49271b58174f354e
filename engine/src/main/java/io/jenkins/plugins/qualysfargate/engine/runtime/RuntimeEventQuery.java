package io.jenkins.plugins.qualysfargate.engine.runtime;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which events to read, newest first.
 *
 * @param by what they have in common
 * @param since happened in that second or later
 * @param until happened before that second
 * @param limit at most this many, 1 to {@value #LARGEST_PAGE}
 * @param after where the page before ended; null for the first page
 */
public record RuntimeEventQuery(
        By by,
        Instant since,
        Instant until,
        int limit,
        @Nullable String after) {
    public static final int LARGEST_PAGE = 1000;

    /** @throws IllegalArgumentException if the limit is out of its range, or there is no time between the two */
    public RuntimeEventQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page has 1 to " + LARGEST_PAGE + " events, not " + limit + ": ask for several pages");
        }
        if (!since.isBefore(until)) {
            throw new IllegalArgumentException("there is no time from " + since + " until " + until);
        }
    }

    /** What events have in common. */
    public sealed interface By {
        /** Of one type, for example {@code process_execution}. */
        record Type(String eventType) implements By {}

        /** Of one severity, for example {@code critical}. */
        record Severity(String severity) implements By {}

        /** Of one task. */
        record Task(String taskArn) implements By {}

        /** Maps the three cases; a caller that forgets one does not compile. */
        default <T> T fold(
                Function<? super Type, ? extends T> type,
                Function<? super Severity, ? extends T> severity,
                Function<? super Task, ? extends T> task) {
            if (this instanceof Type it) {
                return type.apply(it);
            }
            return this instanceof Severity it ? severity.apply(it) : task.apply((Task) this);
        }
    }

    /** The page behind one that ended there. */
    public RuntimeEventQuery after(String end) {
        return new RuntimeEventQuery(by, since, until, limit, end);
    }
}
