package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.incident.Membership.World;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeMaker.Telling;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One incident, brought up to now in one go: whatever became due meanwhile is told of once. */
final class Advance {
    private final IncidentPolicy policy;
    private final Escalation escalation;
    private final boolean known;
    private final World world;
    private final Instant now;
    private final IncidentDraft draft;
    private final Changes changes = new Changes();
    private int tierBefore;

    Advance(IncidentPolicy policy, Escalations escalations, Incident incident, World world) {
        this.policy = policy;
        this.escalation = escalations.named(incident.escalation());
        this.known = escalations.knows(incident.escalation());
        this.world = world;
        this.now = world.now();
        this.draft = new IncidentDraft(incident);
    }

    /** What it is now; without messages and note if nothing of it is worth any. */
    Step run(Collection<Present> present, boolean created) {
        tierBefore = draft.tier;
        Timing timing = new Timing(policy, escalation, draft, now);
        timing.trustNoLeap();
        if (timing.endAck()) {
            changes.ackEnded = "the acknowledgement has expired";
        }
        new Membership(policy.flap(), world, draft, changes).update(present);
        if (!draft.members.isEmpty()) {
            draft.sourceKind = policy.wording().kind(draft.members);
        }
        timing.start();
        List<Member> untold = draft.members.stream().filter(Member::untold).toList();
        if (!untold.isEmpty() && timing.lapseAck()) {
            changes.ackEnded = "more fails than was acknowledged";
        }
        Telling telling = telling(untold, timing);
        if (telling != null) {
            draft.sequence++;
        }
        Incident next = draft.build();
        Instant change = timing.nextChange();
        if (next.equals(draft.before()) && !created) {
            return new Step(List.of(), List.of(), List.of(), change);
        }
        List<OutboxMessage> messages =
                telling == null ? List.of() : new NoticeMaker(policy, escalation, next, telling).messages();
        boolean noteworthy = telling != null || created || changes.any() || !next.open();
        return new Step(
                List.of(next),
                messages,
                noteworthy
                        ? List.of(IncidentNotes.of(next, IncidentNotes.SYSTEM, action(created, telling), now, notes()))
                        : List.of(),
                change);
    }

    private @Nullable Telling telling(List<Member> untold, Timing timing) {
        if (timing.over()) {
            draft.resolvedAt = now;
            return draft.channels.isEmpty() ? null : told(NoticeKind.RESOLVED, Signal.END, draft.channels, List.of());
        }
        if (timing.mayPage()) {
            boolean reminding = timing.remind();
            timing.reachTiers();
            if (draft.tier > 0 && (!untold.isEmpty() || reminding)) {
                return page(kind(untold), channels(0), untold);
            }
            if (draft.tier > tierBefore) {
                return page(NoticeKind.ESCALATED, channels(tierBefore), untold);
            }
        }
        if (!changes.any() || draft.channels.isEmpty()) {
            return null;
        }
        // Nobody needs to be paged on and on for what is muted or explained altogether.
        boolean hush = !draft.members.isEmpty() && !draft.hasAudible() && !draft.acknowledged;
        draft.acknowledged |= hush;
        return told(NoticeKind.UPDATED, hush ? Signal.HUSH : Signal.NOTE, draft.channels, List.of());
    }

    private NoticeKind kind(List<Member> untold) {
        if (draft.channels.isEmpty()) {
            return NoticeKind.OPENED;
        }
        if (untold.isEmpty()) {
            return NoticeKind.REMINDER;
        }
        return untold.stream().anyMatch(each -> each.told() == null) ? NoticeKind.GREW : NoticeKind.WORSENED;
    }

    private Telling page(NoticeKind kind, Set<String> loud, List<Member> untold) {
        draft.channels.addAll(loud);
        draft.members = draft.members.stream().map(Member::afterTelling).toList();
        Duration repeat = escalation.repeat();
        boolean last = draft.tier >= escalation.tiers().size();
        draft.remindAt = now.plus(last && repeat != null ? repeat : policy.reAlert());
        if (draft.acknowledged) {
            draft.acknowledged = false;
            draft.round++;
        }
        return told(kind, Signal.PAGE, loud, untold);
    }

    private Telling told(NoticeKind kind, Signal signal, Set<String> loud, List<Member> untold) {
        return new Telling(
                kind,
                signal,
                Set.copyOf(loud),
                now,
                names(untold.stream().filter(each -> each.told() == null).toList()),
                names(untold.stream().filter(each -> each.told() != null).toList()),
                List.copyOf(changes.removed),
                said());
    }

    private String said() {
        if (known) {
            return changes.ackEnded;
        }
        String problem =
                "no escalation is called '" + draft.before().escalation() + "', so '" + escalation.name() + "' is used";
        return changes.ackEnded.isEmpty() ? problem : changes.ackEnded + "; " + problem;
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(each -> each.failure().name()).toList();
    }

    /** Channels of the tiers that were reached, from this one on. */
    private Set<String> channels(int from) {
        Set<String> channels = new LinkedHashSet<>();
        escalation.tiers().stream().limit(draft.tier).skip(from).forEach(each -> channels.addAll(each.channels()));
        return channels;
    }

    private static String action(boolean created, @Nullable Telling telling) {
        if (created) {
            return "open";
        }
        if (telling == null) {
            return "update";
        }
        return switch (telling.kind()) {
            case RESOLVED -> "resolve";
            case ESCALATED -> "escalate";
            case REMINDER -> "remind";
            case OPENED, GREW, WORSENED -> "notify";
            case UPDATED, ACKNOWLEDGED, UNACKNOWLEDGED, MUTED, COMMENT -> "update";
        };
    }

    private Map<String, Object> notes() {
        return Map.of(
                "tier",
                draft.tier,
                "removed",
                IncidentNotes.some(changes.removed),
                "acknowledgement",
                changes.ackEnded);
    }
}
