package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An incident while it is being changed. */
final class IncidentDraft {
    private final Incident before;
    List<Member> members;
    String sourceKind;
    final List<Ticked> ticked;
    int tickedMore;

    @Nullable
    Instant startedAt;

    List<Instant> tierDue;
    int tier;

    @Nullable
    Instant remindAt;

    @Nullable
    Instant emptySince;

    long sequence;
    int round;
    boolean acknowledged;
    final Set<String> channels;

    @Nullable
    Ack ack;

    @Nullable
    Instant resolvedAt;

    IncidentDraft(Incident incident) {
        before = incident;
        members = new ArrayList<>(incident.members());
        sourceKind = incident.sourceKind();
        ticked = new ArrayList<>(incident.ticked());
        tickedMore = incident.tickedMore();
        startedAt = incident.timers().startedAt();
        tierDue = new ArrayList<>(incident.timers().tierDue());
        tier = incident.timers().tier();
        remindAt = incident.timers().remindAt();
        emptySince = incident.timers().emptySince();
        sequence = incident.spoken().sequence();
        round = incident.spoken().round();
        acknowledged = incident.spoken().acknowledged();
        channels = new LinkedHashSet<>(incident.spoken().channels());
        ack = incident.ack();
        resolvedAt = incident.resolvedAt();
    }

    Incident before() {
        return before;
    }

    boolean hasAudible() {
        return members.stream().anyMatch(Member::audible);
    }

    /** Crosses a member off; of many only the latest are kept by name. */
    void tickOff(Ticked one) {
        ticked.removeIf(each -> each.key().equals(one.key()));
        ticked.add(one);
        while (ticked.size() > Incident.MOST_TICKED) {
            ticked.remove(0);
            tickedMore++;
        }
    }

    Incident build() {
        return new Incident(
                before.id(),
                before.key(),
                before.group(),
                before.part(),
                before.escalation(),
                sourceKind,
                before.openedAt(),
                members,
                ticked,
                tickedMore,
                new Timers(startedAt, tierDue, tier, remindAt, emptySince),
                new Spoken(sequence, round, acknowledged, new ArrayList<>(channels)),
                ack,
                resolvedAt);
    }
}
