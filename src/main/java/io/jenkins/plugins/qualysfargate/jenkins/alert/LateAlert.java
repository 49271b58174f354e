package io.jenkins.plugins.qualysfargate.jenkins.alert;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.time.Instant;

/**
 * One alert that nobody heard.
 *
 * @param since when it was given up, or for one that waits, when it was written
 * @param reason why it was given up; empty for one that waits
 */
public record LateAlert(String subject, Instant since, boolean givenUp, String reason) {
    /** For the page. */
    @CheckForNull
    public Moment moment() {
        return Moment.of(since);
    }
}
