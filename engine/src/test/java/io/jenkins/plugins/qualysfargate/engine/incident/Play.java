package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays steps one after the other over a store that holds nothing but documents, as if it restarted before every one. */
final class Play {
    private final Incidents incidents;
    private final Map<String, String> stored = new LinkedHashMap<>();
    private List<IncidentNotice> notices = List.of();
    private List<OutboxMessage> messages = List.of();
    private Step last = new Step(List.of(), List.of(), List.of(), null);

    Play(IncidentPolicy policy, Escalations escalations) {
        incidents = new Incidents(policy, escalations);
    }

    Play() {
        this(Failures.POLICY, Failures.ESCALATIONS);
    }

    /** What people were told by this step. */
    List<IncidentNotice> step(Instant now, Situation situation) {
        return take(incidents.step(all(), situation, now));
    }

    List<IncidentNotice> take(Step step) {
        last = step;
        step.changed().forEach(each -> stored.put(each.id(), IncidentDocument.write(each)));
        messages = step.messages();
        notices = new ArrayList<>(
                messages.stream().map(each -> IncidentNotice.read(each.body())).toList());
        return notices;
    }

    List<Incident> all() {
        return stored.values().stream().map(IncidentDocument::read).toList();
    }

    List<Incident> open() {
        return all().stream().filter(Incident::open).toList();
    }

    Incident only() {
        List<Incident> open = open();
        if (open.size() != 1) {
            throw new AssertionError("One open incident was expected, and there are " + open);
        }
        return open.get(0);
    }

    Step last() {
        return last;
    }

    /** Channel, kind and signal of what the last step sent. */
    List<String> sent() {
        return messages.stream()
                .map(each -> {
                    IncidentNotice notice = IncidentNotice.read(each.body());
                    return each.channel() + " " + notice.kind() + " " + notice.signal();
                })
                .toList();
    }

    IncidentNotice to(String channel) {
        return messages.stream()
                .filter(each -> each.channel().equals(channel))
                .map(each -> IncidentNotice.read(each.body()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing was sent to " + channel));
    }
}
