package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentActions;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Step;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people do with incidents, whichever process they do it from. */
public final class IncidentDesk {
    private static final int TRIES = 5;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Ledger ledger;
    private final IncidentActions actions;
    private final Clock clock;

    public IncidentDesk(Ledger ledger, IncidentActions actions, Clock clock) {
        this.ledger = ledger;
        this.actions = actions;
        this.clock = clock;
    }

    /** Open ones, and those that were resolved in the last thirty days. */
    public List<Incident> list() {
        return StoredIncidents.load(ledger, clock.instant(), LATELY).all();
    }

    /** @throws IllegalArgumentException if there is no such incident, or it cannot be acknowledged so */
    public Incident acknowledge(String incident, Pause.By by, Duration length) {
        return act(incident, (it, now) -> actions.acknowledge(it, by, now.plus(length), now));
    }

    /** @throws IllegalArgumentException if there is no such incident, or nobody has acknowledged it */
    public Incident unacknowledge(String incident, Pause.By by) {
        return act(incident, (it, now) -> actions.unacknowledge(it, by, now));
    }

    /** @throws IllegalArgumentException if there is no such incident, or it cannot be muted so */
    public Incident mute(String incident, Pause.By by, Duration length) {
        return act(incident, (it, now) -> actions.mute(it, by, now.plus(length), now));
    }

    /** @throws IllegalArgumentException if there is no such incident, or it is resolved */
    public Incident resolve(String incident, Pause.By by) {
        return act(incident, (it, now) -> actions.resolve(it, by, now));
    }

    /** @throws IllegalArgumentException if there is no such incident */
    public Incident comment(String incident, Pause.By by) {
        return act(incident, (it, now) -> actions.comment(it, by, now));
    }

    private interface Action {
        Step on(Incident incident, Instant now);
    }

    private Incident act(String idOrKey, Action action) {
        LedgerConflictException conflict = null;
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            StoredIncidents stored = StoredIncidents.load(ledger, now, LATELY);
            Incident incident = stored.find(idOrKey)
                    .orElseThrow(() -> new IllegalArgumentException("There is no incident '" + idOrKey
                            + "' that is open or was resolved in the last thirty days; list them to see their ids"));
            Step step = action.on(incident, now);
            List<Entry> entries = step.changed().stream().map(stored::entry).toList();
            try {
                ledger.commit(new Commit(List.of(), entries, step.messages(), step.notes()));
                return step.changed().isEmpty() ? incident : step.changed().get(0);
            } catch (LedgerConflictException other) {
                conflict = other;
            }
        }
        throw new IllegalStateException(
                "Incident '" + idOrKey + "' changed " + TRIES
                        + " times while somebody acted on it; look at it and try again",
                conflict);
    }
}
