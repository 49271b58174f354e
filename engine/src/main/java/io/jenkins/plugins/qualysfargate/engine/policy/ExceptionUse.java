package io.jenkins.plugins.qualysfargate.engine.policy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What became of one exception while one report was judged, so that people hear of those that need their attention. */
final class ExceptionUse {
    private static final int SOON_DAYS = 14;

    private final Exemption exception;
    private boolean waived;
    private @Nullable String expiredOn;
    private @Nullable String refusedFor;
    private @Nullable String partlyFor;

    ExceptionUse(Exemption exception) {
        this.exception = exception;
    }

    Exemption exception() {
        return exception;
    }

    void waives() {
        waived = true;
    }

    /** It would have excused this, but its time is over. */
    void expired(String subject) {
        expiredOn = first(expiredOn, subject);
    }

    /** The policy excuses this by no exception, or another one of the merged policies does not excuse it. */
    void refused(String subject) {
        refusedFor = first(refusedFor, subject);
    }

    /** It excuses only some packages or CVEs of this, and nothing excuses the others. */
    void covers(String subject) {
        partlyFor = first(partlyFor, subject);
    }

    /** One of several subjects, and the same one whatever the order of the findings. */
    private static String first(@Nullable String one, String other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /** Sentences for people. */
    void conclude(Conclusion conclusion, Context context) {
        LocalDate today = context.now().atOffset(ZoneOffset.UTC).toLocalDate();
        if (exception.isExpiredAt(context.now())) {
            conclusion.warn(title() + " expired on " + exception.expires() + " and "
                    + (expiredOn == null
                            ? "matches nothing in this image: remove it."
                            : "excuses " + expiredOn + " no longer: fix the finding, or have the exception renewed."));
            return;
        }
        if (refusedFor != null) {
            conclusion.warn(title() + " cannot excuse " + refusedFor
                    + ": it is never to be waived, or not every one of the merged policies excuses it.");
        }
        if (partlyFor != null) {
            conclusion.warn(title() + " excuses only some of the packages or CVEs of " + partlyFor
                    + ", so the finding counts.");
        }
        if (!waived && refusedFor == null && partlyFor == null) {
            conclusion.warn(
                    title() + " is unused: it matches nothing in this image. Remove it if it is no longer needed.");
        }
        long days = ChronoUnit.DAYS.between(today, exception.expires());
        if (waived && days <= SOON_DAYS) {
            conclusion.warn(title() + " expires soon, on " + exception.expires()
                    + ": from the next day on what it excuses counts again.");
        }
    }

    /** For example {@code Exception zlib-2026 (owner platform-team)}. */
    private String title() {
        return "Exception " + exception.id() + " (owner " + exception.owner() + ")";
    }

    /** For the violations of what it would have excused. */
    String note() {
        return " " + title() + " expired on " + exception.expires() + ".";
    }
}
