package io.jenkins.plugins.qualysfargate.jenkins.words;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Date;

/** A point in time, for machines and for people. */
public final class Moment {
    private final Instant instant;

    private Moment(Instant instant) {
        this.instant = instant;
    }

    /** Null for a time that is not known. */
    @CheckForNull
    public static Moment of(@CheckForNull Instant instant) {
        return instant == null ? null : new Moment(instant);
    }

    /** For the attribute {@code datetime}. */
    public String getIso() {
        return instant.toString();
    }

    /** For a formatter that knows the reader's language and time zone. */
    public Date getDate() {
        return Date.from(instant);
    }
}
