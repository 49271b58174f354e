package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Messages of one incident in the order in which they are sent, for tests of channels. */
public final class Notices {
    public static final String PUBLIC_SCAN = "ALC_all_envs_public_import";
    public static final String PRIVATE_SCAN = "ALC_Prod_WDC06_private_import";

    private final Incidents incidents = new Incidents(Failures.POLICY, Failures.ESCALATIONS);
    private final IncidentActions actions = new IncidentActions(Failures.POLICY, Failures.ESCALATIONS);
    private List<Incident> stored = List.of();

    private OutboxMessage message(Step step) {
        if (!step.changed().isEmpty()) {
            stored = step.changed();
        }
        return step.messages().stream()
                .filter(each -> each.channel().equals("pager"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing was sent by " + step));
    }

    /** What the pager is told when this fails. */
    public OutboxMessage failing(String after, Failure... failures) {
        return message(incidents.step(stored, Failures.failing(failures), at(after)));
    }

    /** The same with what is broken. */
    public OutboxMessage broken(String after, Cause cause, Failure... failures) {
        return message(incidents.step(stored, new Situation(List.of(failures), List.of(cause), List.of()), at(after)));
    }

    /** Nothing fails any more, for long enough. */
    public OutboxMessage resolved(String after) {
        message(incidents.step(stored, Failures.failing(), at(after)));
        return message(incidents.step(stored, Failures.failing(), at(after).plus(Duration.ofMinutes(10))));
    }

    public OutboxMessage acknowledged(String after, By by) {
        return message(actions.acknowledge(stored.get(0), by, at(after).plus(Duration.ofHours(1)), at(after)));
    }

    private static Instant at(String after) {
        return NOON.plus(Duration.parse(after));
    }

    /** The two scans of the runbook; the other team's is close to its breach. */
    public static Failure[] ofTheRunbook() {
        Care theirs = new Care(
                "compliance",
                "https://runbooks.example.com/nessus",
                Urgency.ERROR,
                "prod",
                "SOS scanning",
                Duration.ofDays(8));
        return new Failure[] {
            failure(PRIVATE_SCAN, "MISSED"), failure(PUBLIC_SCAN, "FAILED", theirs, NOON.minus(Duration.ofDays(6)))
        };
    }

    /** The first message about these. */
    public static OutboxMessage opened(Failure... failures) {
        return new Notices().failing("PT0S", failures);
    }

    /** So many failures. */
    public static Failure[] many(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(each -> {
                    Failure one = failure(text + "-" + each);
                    return new Failure(
                            one.key(),
                            one.monitorId(),
                            one.sourceId(),
                            one.name(),
                            one.state(),
                            one.since(),
                            text.repeat(5),
                            text.repeat(5),
                            one.zoneId(),
                            one.care(),
                            null,
                            one.tags());
                })
                .toArray(Failure[]::new);
    }

    public static IncidentNotice read(OutboxMessage message) {
        return IncidentNotice.read(message.body());
    }
}
