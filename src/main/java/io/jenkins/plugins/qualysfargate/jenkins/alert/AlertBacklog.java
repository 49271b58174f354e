package io.jenkins.plugins.qualysfargate.jenkins.alert;

import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The alerts that nobody heard, as they were when somebody last looked.
 *
 * @param alerts first those that were given up, the newest first, then those that have waited for too long
 * @param reason why the last ones that were tried did not arrive; empty if they did
 */
public record AlertBacklog(List<LateAlert> alerts, String reason) {
    /** Nothing is late. */
    public static final AlertBacklog NONE = new AlertBacklog(List.of(), "");

    /** A topic that throttles or is being mended is no matter for anybody. */
    static final Duration PATIENCE = Duration.ofHours(1);

    /** More than this nobody reads. */
    static final int MOST = 100;

    public AlertBacklog {
        alerts = List.copyOf(alerts);
    }

    static AlertBacklog of(Outbox outbox, Instant now, String reason) {
        List<LateAlert> late = new ArrayList<>();
        outbox.undelivered(MOST)
                .forEach(each ->
                        late.add(new LateAlert(each.message().subject(), each.givenUpAt(), true, each.reason())));
        Instant latest = now.minus(PATIENCE);
        outbox.waiting(MOST).stream()
                .filter(each -> !each.createdAt().isAfter(latest))
                .forEach(each -> late.add(new LateAlert(each.subject(), each.createdAt(), false, "")));
        return new AlertBacklog(late, reason);
    }

    /** What somebody who has seen everything until then does not know. */
    AlertBacklog after(Instant seen) {
        return new AlertBacklog(
                alerts.stream().filter(each -> each.since().isAfter(seen)).toList(), reason);
    }
}
