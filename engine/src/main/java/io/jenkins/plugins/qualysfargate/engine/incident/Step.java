package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of incidents, to be saved in one go: made again from the same incidents it has the same messages with the
 * same ids.
 *
 * @param changed incidents to be saved, new ones included
 * @param messages each with an {@link IncidentNotice} as its body
 * @param nextChangeAt when a step may change something although nothing else does; null for never
 */
public record Step(
        List<Incident> changed,
        List<OutboxMessage> messages,
        List<JournalNote> notes,
        @Nullable Instant nextChangeAt) {
    public Step {
        changed = List.copyOf(changed);
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
    }
}
