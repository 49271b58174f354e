package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fails together, from the first failure until nothing fails any more. When it fails again that is another incident.
 *
 * @param id 25 letters and digits, unique
 * @param key for people and pagers: installation, group and when it was opened
 * @param group what its members have in common
 * @param part 1, or more if one incident could not hold all of the group
 * @param escalation its name as configured
 * @param sourceKind what its members are scanned by, for people; empty if by several kinds, or nobody said
 * @param ticked members that it had, the latest ones
 * @param tickedMore how many it had besides those
 * @param ack null if nobody sees to it
 * @param resolvedAt null if it is open
 */
public record Incident(
        String id,
        String key,
        String group,
        int part,
        String escalation,
        String sourceKind,
        Instant openedAt,
        List<Member> members,
        List<Ticked> ticked,
        int tickedMore,
        Timers timers,
        Spoken spoken,
        @Nullable Ack ack,
        @Nullable Instant resolvedAt) {
    /** More than these are put into a further incident: a document, a message and a reader have their limits. */
    public static final int MOST_MEMBERS = 200;

    static final int MOST_TICKED = 100;

    public Incident {
        members = List.copyOf(members);
        ticked = List.copyOf(ticked);
    }

    /** How it stands. */
    public IncidentState state() {
        if (resolvedAt != null) {
            return IncidentState.RESOLVED;
        }
        if (members.stream().noneMatch(Member::audible)) {
            return IncidentState.QUIET;
        }
        if (ack != null) {
            return IncidentState.ACKED;
        }
        return timers.tier() > 1 ? IncidentState.ESCALATED : IncidentState.OPEN;
    }

    /** True until it is resolved. */
    public boolean open() {
        return resolvedAt == null;
    }

    /** The most urgent of what people hear of; what is quiet counts only if all is. */
    public Urgency urgency() {
        return members.stream()
                .filter(Member::audible)
                .map(Member::urgency)
                .reduce(Urgency::or)
                .orElseGet(() -> members.stream()
                        .map(Member::urgency)
                        .reduce(Urgency::or)
                        .orElse(Urgency.INFO));
    }
}
