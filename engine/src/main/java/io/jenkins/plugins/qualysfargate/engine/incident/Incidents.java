package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.incident.Assignment.Assigned;
import io.jenkins.plugins.qualysfargate.engine.incident.Assignment.Place;
import io.jenkins.plugins.qualysfargate.engine.incident.Membership.World;
import io.jenkins.plugins.qualysfargate.engine.incident.Sorting.Sorted;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes incidents of failures, and messages of incidents. People are told when more fails than they were told, when it gets
 * worse, and when nobody acts; never twice of the same. Has no state of its own: the same incidents in the same situation
 * at the same moment become the same.
 */
public final class Incidents {
    private final IncidentPolicy policy;
    private final Escalations escalations;

    public Incidents(IncidentPolicy policy, Escalations escalations) {
        this.policy = policy;
        this.escalations = escalations;
    }

    /**
     * Brings all incidents up to now. Whatever happened since the last step is folded into what holds now: after an outage
     * it is called once, and people are told once.
     *
     * @param incidents all open ones, and those that were resolved within the time of the {@link FlapRule}
     */
    public Step step(List<Incident> incidents, Situation situation, Instant now) {
        Sorted sorted = Sorting.of(policy, situation, now);
        Assigned assigned = Assignment.of(policy, incidents, sorted, now);
        World world = new World(now, sorted.excused(), assigned.moved(), history(incidents));
        List<Incident> changed = new ArrayList<>();
        List<OutboxMessage> messages = new ArrayList<>();
        List<JournalNote> notes = new ArrayList<>();
        Instant next = outside(situation, now);
        for (Place place : assigned.places()) {
            Step step = new Advance(policy, escalations, place.incident(), world).run(place.present(), place.created());
            changed.addAll(step.changed());
            messages.addAll(step.messages());
            notes.addAll(step.notes());
            next = earlier(next, step.nextChangeAt());
        }
        return new Step(changed, messages, notes, next);
    }

    private static Map<String, Ticked> history(List<Incident> incidents) {
        Map<String, Ticked> history = new HashMap<>();
        incidents.stream()
                .filter(each -> !each.open())
                .flatMap(each -> each.ticked().stream())
                .forEach(each ->
                        history.merge(each.key(), each, (one, other) -> one.at().isBefore(other.at()) ? other : one));
        return history;
    }

    /** When pauses begin or end and compliance clocks go on. */
    private @Nullable Instant outside(Situation situation, Instant now) {
        Stream<Instant> pauses = situation.pauses().stream().flatMap(each -> each.nextChange(now).stream());
        Stream<Instant> clocks = situation.failures().stream()
                .flatMap(each -> Stream.ofNullable(policy.clock().nextChange(each, now)));
        return Stream.concat(pauses, clocks).min(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
