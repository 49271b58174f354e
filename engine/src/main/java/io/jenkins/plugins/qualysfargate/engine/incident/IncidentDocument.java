package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Incidents as documents for a store, and back; a document that would be too large loses texts, and never a member. */
public final class IncidentDocument {
    // Below what the ledger takes, with room for what the store puts around it.
    private static final int MOST_BYTES = 180_000;

    private IncidentDocument() {}

    /** At most 180,000 bytes of JSON. */
    public static String write(Incident incident) {
        String json = RecordJson.write(incident);
        return bytes(json) <= MOST_BYTES ? json : RecordJson.write(shortened(incident));
    }

    /** @throws IllegalArgumentException if it is none that {@link #write} has made */
    public static Incident read(String json) {
        return RecordJson.read(json, Incident.class);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Incident shortened(Incident incident) {
        return new Incident(
                incident.id(),
                incident.key(),
                incident.group(),
                incident.part(),
                incident.escalation(),
                incident.sourceKind(),
                incident.openedAt(),
                incident.members().stream().map(IncidentDocument::shortened).toList(),
                incident.ticked().stream()
                        .map(each -> new Ticked(
                                each.key(), BoundedText.line(each.name(), 40), each.how(), each.at(), each.returns()))
                        .toList(),
                incident.tickedMore(),
                incident.timers(),
                incident.spoken(),
                incident.ack(),
                incident.resolvedAt());
    }

    private static Member shortened(Member member) {
        Failure whole = member.failure();
        Care care = whole.care();
        Failure failure = new Failure(
                BoundedText.line(whole.key(), 100),
                BoundedText.line(whole.monitorId(), 20),
                BoundedText.line(whole.sourceId(), 20),
                BoundedText.line(whole.name(), 40),
                BoundedText.line(whole.state(), 20),
                whole.since(),
                "",
                "",
                null,
                new Care("", null, care.urgency(), BoundedText.line(care.escalation(), 20), null, care.complyWithin()),
                whole.lastSuccess(),
                Set.of());
        return new Member(
                member.key(),
                member.cause(),
                failure,
                member.urgency(),
                member.hearing(),
                BoundedText.line(member.because(), 40),
                member.returns(),
                member.flapping(),
                member.quietSince(),
                member.mutedUntil(),
                member.told(),
                member.children().stream().limit(1).toList(),
                member.moreChildren() + Math.max(0, member.children().size() - 1));
    }
}
