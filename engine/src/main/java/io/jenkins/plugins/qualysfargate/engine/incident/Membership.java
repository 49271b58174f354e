package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to an incident now: comings, goings, returns. */
final class Membership {
    private final FlapRule rule;
    private final World world;
    private final IncidentDraft draft;
    private final Changes changes;

    Membership(FlapRule rule, World world, IncidentDraft draft, Changes changes) {
        this.rule = rule;
        this.world = world;
        this.draft = draft;
        this.changes = changes;
    }

    /**
     * What all incidents see.
     *
     * @param excused keys of what a maintenance window excuses
     * @param moved keys of what is in another incident now
     * @param history members of incidents that were resolved lately, by key
     */
    record World(Instant now, Set<String> excused, Set<String> moved, Map<String, Ticked> history) {}

    void update(Collection<Present> all) {
        Map<String, Present> present = new LinkedHashMap<>();
        all.forEach(each -> present.put(each.key(), each));
        List<Member> members = new ArrayList<>();
        for (Member member : draft.members) {
            Present now = present.remove(member.key());
            Member next = now == null ? gone(member) : seen(member, now);
            if (next != null) {
                members.add(next);
            }
        }
        present.values().forEach(each -> members.add(added(each)));
        draft.members = members;
    }

    /** What becomes of a member that does not fail now; null if it is one no more. */
    private @Nullable Member gone(Member member) {
        Ticked.How how = world.moved().contains(member.key())
                ? Ticked.How.MOVED
                : world.excused().contains(member.key()) ? Ticked.How.EXCUSED : Ticked.How.RECOVERED;
        List<Instant> returns = recent(member.returns());
        Instant now = world.now();
        if (how == Ticked.How.RECOVERED && member.flapping()) {
            Instant since = member.quietSince();
            Instant quiet = since == null || since.isAfter(now) ? now : since;
            if (now.isBefore(quiet.plus(rule.stable()))) {
                return member.watchedSince(quiet);
            }
        }
        draft.tickOff(new Ticked(member.key(), member.failure().name(), how, now, returns));
        changes.removed.add(member.failure().name());
        return null;
    }

    private Member seen(Member before, Present seen) {
        List<Instant> returns = recent(before.returns());
        if (before.quietSince() != null) {
            returns.add(world.now());
        }
        Instant mutedUntil = before.mutedUntil();
        boolean muted = mutedUntil != null && world.now().isBefore(mutedUntil);
        Member now = new Member(
                before.key(),
                before.cause(),
                seen.failure(),
                seen.urgency(),
                muted ? Hearing.MUTED : seen.hearing(),
                muted ? before.because() : seen.because(),
                returns,
                flapping(returns) || (before.flapping() && !returns.isEmpty()),
                null,
                muted ? mutedUntil : null,
                before.told(),
                seen.children(),
                seen.moreChildren());
        changes.other |= now.hearing() != before.hearing() || now.urgency() != before.urgency();
        // Of what comes and goes people are told once.
        changes.other |= now.flapping()
                ? !before.flapping()
                : !now.failure().state().equals(before.failure().state());
        return now;
    }

    private Member added(Present seen) {
        Ticked earlier = draft.ticked.stream()
                .filter(each -> each.key().equals(seen.key()))
                .findFirst()
                .orElse(world.history().get(seen.key()));
        List<Instant> returns = recent(earlier == null ? List.of() : earlier.returns());
        if (earlier != null
                && earlier.how() == Ticked.How.RECOVERED
                && earlier.at().isAfter(world.now().minus(rule.within()))) {
            returns.add(world.now());
        }
        draft.ticked.removeIf(each -> each.key().equals(seen.key()));
        changes.other = true;
        return new Member(
                seen.key(),
                seen.cause(),
                seen.failure(),
                seen.urgency(),
                seen.hearing(),
                seen.because(),
                returns,
                flapping(returns),
                null,
                null,
                null,
                seen.children(),
                seen.moreChildren());
    }

    private boolean flapping(List<Instant> returns) {
        return returns.size() >= rule.returns();
    }

    /** Those that still count, no more than the rule needs. */
    private List<Instant> recent(List<Instant> returns) {
        Instant from = world.now().minus(rule.within());
        List<Instant> recent = new ArrayList<>(
                returns.stream().filter(each -> each.isAfter(from)).toList());
        return recent.size() <= rule.returns()
                ? recent
                : new ArrayList<>(recent.subList(recent.size() - rule.returns(), recent.size()));
    }
}
