package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member as messages show it.
 *
 * @param reason empty if the message had no room for it
 * @param howToFix empty if there is nothing to do, or the message had no room for it
 * @param owner a person or team; empty if the message had no room for it
 * @param otherTeam who runs the scanners; null if they are our own
 * @param lastSuccess null if none is known
 * @param daysSinceSuccess whole days; null if none is known
 * @param breachAt when the rules are broken without a success; null if there is no such rule or none is known
 */
public record NoticeLine(
        String name,
        String state,
        Instant since,
        Urgency urgency,
        Hearing hearing,
        String because,
        boolean flapping,
        boolean cause,
        String reason,
        String howToFix,
        String owner,
        @Nullable String runbook,
        @Nullable String otherTeam,
        @Nullable Instant lastSuccess,
        @Nullable Long daysSinceSuccess,
        @Nullable Instant breachAt,
        List<Child> children,
        int moreChildren) {
    public NoticeLine {
        children = List.copyOf(children);
    }

    static NoticeLine of(Member member, Instant now) {
        Failure failure = member.failure();
        Instant last = failure.lastSuccess();
        return new NoticeLine(
                failure.name(),
                failure.state(),
                failure.since(),
                member.urgency(),
                member.hearing(),
                member.because(),
                member.flapping(),
                member.cause(),
                failure.reason(),
                failure.howToFix(),
                failure.care().owner(),
                failure.care().runbook(),
                failure.care().otherTeam(),
                last,
                last == null ? null : Math.max(0, Duration.between(last, now).toDays()),
                ComplianceClock.breachAt(failure),
                member.children(),
                member.moreChildren());
    }

    /** The same without the texts that a reader can do without. */
    NoticeLine brief() {
        return new NoticeLine(
                name,
                state,
                since,
                urgency,
                hearing,
                "",
                flapping,
                cause,
                "",
                "",
                "",
                null,
                null,
                lastSuccess,
                daysSinceSuccess,
                breachAt,
                List.of(),
                moreChildren + children.size());
    }
}
