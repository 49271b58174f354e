package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message about an incident that nobody has received.
 *
 * @param since when it was given up, or for one that waits, when it was written
 * @param reason why it was given up; empty for one that waits
 */
public record StuckMessage(String channel, String subject, Instant since, boolean givenUp, String reason) {
    /** A pager that is being mended for a moment is no matter for anybody. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** More than this nobody reads. */
    static final int MOST = 100;

    /** Those that were given up, the newest first, then those that have waited for too long. */
    static List<StuckMessage> of(Outbox outbox, Instant now) {
        List<StuckMessage> stuck = new ArrayList<>();
        outbox.undelivered(MOST)
                .forEach(each -> stuck.add(new StuckMessage(
                        each.message().channel(), each.message().subject(), each.givenUpAt(), true, each.reason())));
        Instant latest = now.minus(PATIENCE);
        outbox.waiting(MOST).stream()
                .filter(each -> !each.createdAt().isAfter(latest))
                .forEach(each ->
                        stuck.add(new StuckMessage(each.channel(), each.subject(), each.createdAt(), false, "")));
        return stuck;
    }

    /** For the page. */
    @CheckForNull
    public Moment moment() {
        return Moment.of(since);
    }
}
