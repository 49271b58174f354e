package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The moments of one incident: what is due, what waits, and until when. */
final class Timing {
    private final IncidentPolicy policy;
    private final Escalation escalation;
    private final IncidentDraft draft;
    private final Instant now;

    Timing(IncidentPolicy policy, Escalation escalation, IncidentDraft draft, Instant now) {
        this.policy = policy;
        this.escalation = escalation;
        this.draft = draft;
        this.now = now;
    }

    /** Corrects what was noted by a clock that was ahead: nobody shall wait until it is really that late. */
    void trustNoLeap() {
        Instant started = draft.startedAt;
        if (started != null && started.isAfter(now)) {
            draft.startedAt = now;
            draft.tierDue = draft.tierDue.subList(0, Math.min(draft.tier, draft.tierDue.size()));
        }
        if (draft.emptySince != null && draft.emptySince.isAfter(now)) {
            draft.emptySince = now;
        }
        Instant remind = draft.remindAt;
        Instant latest = now.plus(longestWait());
        if (remind != null && remind.isAfter(latest)) {
            draft.remindAt = latest;
        }
        Instant longest = now.plus(policy.longestAck());
        Ack ack = draft.ack;
        if (ack != null && ack.until().isAfter(longest)) {
            draft.ack = new Ack(ack.by(), ack.why(), ack.at(), longest);
        }
        draft.members = draft.members.stream()
                .map(each -> {
                    Instant muted = each.mutedUntil();
                    return muted != null && muted.isAfter(longest) ? each.mutedBy(each.because(), longest) : each;
                })
                .toList();
    }

    private Duration longestWait() {
        boolean quieted = draft.ack != null || draft.members.stream().anyMatch(each -> each.mutedUntil() != null);
        Duration interval = policy.reAlert();
        return quieted && policy.longestAck().compareTo(interval) > 0 ? policy.longestAck() : interval;
    }

    /** Ends an acknowledgement whose time is over; true if there was one. */
    boolean endAck() {
        if (draft.ack == null || now.isBefore(draft.ack.until())) {
            return false;
        }
        draft.ack = null;
        return true;
    }

    /** Ends an acknowledgement before its time; true if there was one. */
    boolean lapseAck() {
        Ack ack = draft.ack;
        if (ack == null) {
            return false;
        }
        shift(Duration.between(ack.until(), now));
        draft.ack = null;
        return true;
    }

    /** Moves the tiers that are still to come. */
    void shift(Duration by) {
        for (int i = draft.tier; i < draft.tierDue.size(); i++) {
            draft.tierDue.set(i, draft.tierDue.get(i).plus(by));
        }
    }

    /** Sets the tiers' moments when there is something to tell for the first time. */
    void start() {
        if (draft.startedAt == null && draft.hasAudible()) {
            draft.startedAt = now;
        }
        Instant started = draft.startedAt;
        if (started == null) {
            return;
        }
        List<Instant> due = new ArrayList<>(draft.tierDue);
        for (int i = due.size(); i < escalation.tiers().size(); i++) {
            due.add(started.plus(escalation.tiers().get(i).after()));
        }
        draft.tierDue = due;
    }

    /** True if nothing has failed for long enough. */
    boolean over() {
        if (!draft.members.isEmpty()) {
            draft.emptySince = null;
            return false;
        }
        Instant since = draft.emptySince == null ? now : draft.emptySince;
        draft.emptySince = since;
        return !now.isBefore(since.plus(policy.keepOpen()));
    }

    /** True if people may be paged now. */
    boolean mayPage() {
        return draft.ack == null
                && draft.hasAudible()
                && escalation.mayPage(now, draft.build().urgency());
    }

    /** True if people were told, and it is time to tell them again. */
    boolean remind() {
        return draft.remindAt != null && !now.isBefore(draft.remindAt);
    }

    void reachTiers() {
        while (draft.tier < escalation.tiers().size() && !now.isBefore(draft.tierDue.get(draft.tier))) {
            draft.tier++;
        }
    }

    /** When something of this may change by itself; null for never. */
    @Nullable
    Instant nextChange() {
        if (draft.resolvedAt != null) {
            return null;
        }
        Ack ack = draft.ack;
        Instant empty = draft.emptySince;
        Stream<Instant> own = Stream.of(
                        ack == null ? null : ack.until(),
                        empty == null ? null : empty.plus(policy.keepOpen()),
                        ack == null && draft.hasAudible() ? paging() : null)
                .flatMap(Stream::ofNullable);
        return Stream.concat(own, draft.members.stream().flatMap(this::changes))
                .filter(each -> each.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Stream<Instant> changes(Member member) {
        Instant quiet = member.quietSince();
        return Stream.of(quiet == null ? null : quiet.plus(policy.flap().stable()), member.mutedUntil())
                .flatMap(Stream::ofNullable);
    }

    /** When people are paged next; null for never. */
    private @Nullable Instant paging() {
        Instant tier = draft.tier < draft.tierDue.size() ? draft.tierDue.get(draft.tier) : null;
        Instant remind = draft.remindAt;
        Instant next = tier == null || (remind != null && remind.isBefore(tier)) ? remind : tier;
        boolean waiting = draft.members.stream().anyMatch(Member::untold) && draft.tier > 0;
        BusinessHours hours = escalation.hours();
        if (hours == null || (!waiting && (next == null || next.isAfter(now)))) {
            return next;
        }
        return hours.nextOpening(now);
    }
}
