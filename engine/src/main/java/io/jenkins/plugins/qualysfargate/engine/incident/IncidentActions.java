package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.incident.NoticeMaker.Telling;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people do with incidents. Every action gives the incident as it is then, what channels are told, and a note of who did
 * it and why; {@link Incidents#step} goes on from there.
 */
public final class IncidentActions {
    private static final int LONGEST = 2000;

    private final IncidentPolicy policy;
    private final Escalations escalations;

    public IncidentActions(IncidentPolicy policy, Escalations escalations) {
        this.policy = policy;
        this.escalations = escalations;
    }

    /**
     * Somebody sees to it: nobody is told again and nothing escalates until then, unless more fails.
     *
     * @throws IllegalArgumentException if the incident is resolved, or that moment is not ahead or too far ahead
     */
    public Step acknowledge(Incident incident, By by, Instant until, Instant now) {
        IncidentDraft draft = open(incident, "acknowledge", by);
        checkEnd("acknowledge", incident, until, now);
        Timing timing = timing(draft, now);
        timing.lapseAck();
        draft.ack = new Ack(name(by), words(by.why()), now, until);
        timing.shift(Duration.between(now, until));
        draft.remindAt = until;
        draft.acknowledged = !draft.channels.isEmpty();
        return done(
                draft, new Act("acknowledge", NoticeKind.ACKNOWLEDGED, Signal.HUSH, by, now), Map.of("until", until));
    }

    /**
     * Takes an acknowledgement back: people are told again with the next step.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Step unacknowledge(Incident incident, By by, Instant now) {
        IncidentDraft draft = open(incident, "take back the acknowledgement of", by);
        Timing timing = timing(draft, now);
        if (!timing.lapseAck()) {
            throw new IllegalArgumentException("Cannot take back the acknowledgement of incident " + incident.key()
                    + ": nobody has acknowledged it");
        }
        draft.remindAt = now;
        return done(draft, new Act("unacknowledge", NoticeKind.UNACKNOWLEDGED, Signal.NOTE, by, now), Map.of());
    }

    /**
     * Silences what fails now, and not what fails later; people are told again when it ends.
     *
     * @throws IllegalArgumentException if the incident is resolved, or that moment is not ahead or too far ahead
     */
    public Step mute(Incident incident, By by, Instant until, Instant now) {
        IncidentDraft draft = open(incident, "mute", by);
        checkEnd("mute", incident, until, now);
        String because = BoundedText.line("muted by " + name(by) + ": " + by.why(), 200);
        draft.members =
                draft.members.stream().map(each -> each.mutedBy(because, until)).toList();
        draft.remindAt = draft.channels.isEmpty() ? null : until;
        draft.acknowledged = !draft.channels.isEmpty();
        return done(draft, new Act("mute", NoticeKind.MUTED, Signal.HUSH, by, now), Map.of("until", until));
    }

    /**
     * Ends it by hand. What still fails makes another incident with the next step: nobody can resolve a failure by saying so.
     *
     * @throws IllegalArgumentException if it is resolved
     */
    public Step resolve(Incident incident, By by, Instant now) {
        IncidentDraft draft = open(incident, "resolve", by);
        for (Member member : draft.members) {
            draft.tickOff(new Ticked(member.key(), member.failure().name(), Ticked.How.CLOSED, now, member.returns()));
        }
        draft.members = List.of();
        draft.ack = null;
        draft.resolvedAt = now;
        return done(draft, new Act("resolve", NoticeKind.RESOLVED, Signal.END, by, now), Map.of());
    }

    /** Puts a remark on record and onto the issue. */
    public Step comment(Incident incident, By by, Instant now) {
        return done(
                new IncidentDraft(incident), new Act("comment", NoticeKind.COMMENT, Signal.NOTE, by, now), Map.of());
    }

    private record Act(String action, NoticeKind kind, Signal signal, By by, Instant now) {}

    private Step done(IncidentDraft draft, Act act, Map<String, Object> more) {
        boolean told = !draft.channels.isEmpty();
        if (told) {
            draft.sequence++;
        }
        Incident next = draft.build();
        Map<String, Object> document = new TreeMap<>(more);
        document.put("why", words(act.by().why()));
        return new Step(
                List.of(next),
                told ? messages(next, act) : List.of(),
                List.of(IncidentNotes.of(next, act.by().who(), act.action(), act.now(), document)),
                next.open() ? act.now() : null);
    }

    private List<OutboxMessage> messages(Incident incident, Act act) {
        String said = name(act.by()) + ": " + words(act.by().why());
        Telling telling = Telling.toAll(act.kind(), act.signal(), incident, act.now(), said);
        return new NoticeMaker(policy, escalations.named(incident.escalation()), incident, telling).messages();
    }

    private Timing timing(IncidentDraft draft, Instant now) {
        return new Timing(policy, escalations.named(draft.before().escalation()), draft, now);
    }

    private static IncidentDraft open(Incident incident, String what, By by) {
        if (!incident.open()) {
            throw new IllegalArgumentException(name(by) + " cannot " + what + " incident " + incident.key()
                    + ": it is resolved; look for a newer one of the same group");
        }
        return new IncidentDraft(incident);
    }

    private void checkEnd(String what, Incident incident, Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(policy.longestAck()))) {
            throw new IllegalArgumentException("Cannot " + what + " incident " + incident.key() + " until " + until
                    + ": a moment after " + now + " and at most " + policy.longestAck() + " ahead is expected");
        }
    }

    private static String name(By by) {
        return BoundedText.line(by.who(), 120);
    }

    private static String words(String why) {
        return BoundedText.line(why, LONGEST);
    }
}
