package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the messages about one change of an incident. */
final class NoticeMaker {
    // SNS takes 262,144 bytes with everything, and a title below 100 characters.
    private static final int DETAILED_BYTES = 100_000;
    private static final int LINES_BYTES = 160_000;
    private static final int MOST_NAMES = 60;
    private static final int LONGEST_SUBJECT = 99;
    private static final int MOST_TICKED = 50;

    private final IncidentPolicy policy;
    private final Escalation escalation;
    private final Incident incident;
    private final Telling telling;

    NoticeMaker(IncidentPolicy policy, Escalation escalation, Incident incident, Telling telling) {
        this.policy = policy;
        this.escalation = escalation;
        this.incident = incident;
        this.telling = telling;
    }

    /**
     * What is told.
     *
     * @param loud channels that get the signal; all others of the incident get a note
     */
    record Telling(
            NoticeKind kind,
            Signal signal,
            Set<String> loud,
            Instant at,
            List<String> added,
            List<String> worse,
            List<String> removed,
            String said) {

        static Telling toAll(NoticeKind kind, Signal signal, Incident incident, Instant at, String said) {
            return new Telling(
                    kind, signal, Set.copyOf(incident.spoken().channels()), at, List.of(), List.of(), List.of(), said);
        }
    }

    List<OutboxMessage> messages() {
        List<NoticeLine> lines = new ArrayList<>();
        int unlisted = fill(lines);
        return incident.spoken().channels().stream()
                .map(channel -> message(channel, notice(channel, lines, unlisted)))
                .toList();
    }

    private OutboxMessage message(String channel, IncidentNotice notice) {
        String id = "incident:" + incident.id() + ":" + notice.sequence() + ":" + channel;
        return new OutboxMessage(
                id,
                channel,
                subject(notice.title()),
                notice.json(),
                Map.of(
                        "event_id", id,
                        "incident", incident.id(),
                        "kind", notice.kind().name().toLowerCase(Locale.ROOT),
                        "signal", notice.signal().name().toLowerCase(Locale.ROOT),
                        "urgency", notice.urgency().word(),
                        "state", notice.state().name().toLowerCase(Locale.ROOT)),
                notice.at());
    }

    private static String subject(String title) {
        String subject = title.replaceAll("[^ -~]", "?");
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private IncidentNotice notice(String channel, List<NoticeLine> lines, int unlisted) {
        List<Ticked> ticked = new ArrayList<>(incident.ticked());
        Collections.reverse(ticked);
        return new IncidentNotice(
                IncidentNotice.VERSION,
                telling.kind(),
                telling.loud().contains(channel) ? telling.signal() : Signal.NOTE,
                incident.id(),
                incident.key(),
                incident.group(),
                incident.spoken().sequence(),
                incident.spoken().round(),
                policy.wording().title(incident),
                incident.sourceKind(),
                urgency(channel),
                incident.state(),
                incident.openedAt(),
                telling.at(),
                incident.timers().tier(),
                incident.ack(),
                lines,
                unlisted,
                ticked.stream().limit(MOST_TICKED).toList(),
                incident.tickedMore() + Math.max(0, ticked.size() - MOST_TICKED),
                some(telling.added()),
                some(telling.worse()),
                some(telling.removed()),
                telling.said());
    }

    private static List<String> some(List<String> names) {
        return names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES);
    }

    /** That of the last tier with the channel that was reached; never below what the compliance clock says. */
    private Urgency urgency(String channel) {
        Urgency urgency = incident.urgency();
        for (Tier tier :
                escalation.tiers().stream().limit(incident.timers().tier()).toList()) {
            if (tier.channels().contains(channel)) {
                urgency = tier.urgency() == null ? incident.urgency() : tier.urgency();
            }
        }
        return incident.members().stream()
                .filter(each -> each.audible()
                        && each.urgency() != each.failure().care().urgency())
                .map(Member::urgency)
                .reduce(urgency, Urgency::or);
    }

    /** Puts in what there is room for, the worst in full; tells how many there was no room for. */
    private int fill(List<NoticeLine> lines) {
        List<Member> members = incident.members().stream()
                .sorted(Comparator.comparing((Member each) -> !each.cause())
                        .thenComparing(each -> !each.audible())
                        .thenComparing(Member::urgency, Comparator.reverseOrder())
                        .thenComparing(each -> each.failure().since())
                        .thenComparing(each -> each.failure().name())
                        .thenComparing(Member::key))
                .toList();
        int bytes = 0;
        for (Member member : members) {
            NoticeLine whole = NoticeLine.of(member, telling.at());
            NoticeLine line = bytes + size(whole) <= DETAILED_BYTES ? whole : whole.brief();
            bytes += size(line);
            if (bytes > LINES_BYTES) {
                return members.size() - lines.size();
            }
            lines.add(line);
        }
        return 0;
    }

    private static int size(NoticeLine line) {
        return RecordJson.write(line).getBytes(StandardCharsets.UTF_8).length;
    }
}
