package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import java.time.Duration;

/**
 * How a run goes: Queued, Preparing, Initializing Scanners, Running, then its last word, Importing, and the last word of that.
 *
 * @param total addresses
 * @param alive those of them at which somebody answers
 * @param last of the scan, for example {@code Completed}
 * @param imported last of the import, for example {@code Finished}
 */
public record FakeCourse(
        Duration queued,
        Duration preparing,
        Duration initializing,
        Duration running,
        Duration importing,
        long total,
        long alive,
        String last,
        String imported) {
    /** Two hours for 2048 addresses, at 49 of which somebody answers. */
    public static final FakeCourse GOOD = new FakeCourse(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofHours(2),
            Duration.ofMinutes(5),
            2048,
            49,
            "Completed",
            "Finished");

    /** Accepted, and queued for ever. */
    public static final FakeCourse NEVER_STARTS = GOOD.queuedFor(Duration.ofDays(3650));

    public FakeCourse queuedFor(Duration other) {
        return new FakeCourse(other, preparing, initializing, running, importing, total, alive, last, imported);
    }

    public FakeCourse runningFor(Duration other) {
        return new FakeCourse(queued, preparing, initializing, other, importing, total, alive, last, imported);
    }

    public FakeCourse over(long addresses, long answering) {
        return new FakeCourse(
                queued, preparing, initializing, running, importing, addresses, answering, last, imported);
    }

    public FakeCourse endingAs(String scan, String imports) {
        return new FakeCourse(queued, preparing, initializing, running, importing, total, alive, scan, imports);
    }
}
