package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.IncidentDesk;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.Failure;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentActions;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentDocument;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Incidents;
import io.jenkins.plugins.qualysfargate.engine.incident.Situation;
import io.jenkins.plugins.qualysfargate.engine.incident.Wording;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.ledger.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentRemarksTest {
    private static final Instant NOW = CaseDraft.NOW;

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryLedger ledger = new InMemoryLedger(clock);
    private final IncidentPolicy policy =
            IncidentPolicy.standard("test", Wording.ofTheRunbook(Map.of("nessus", "nessus")));
    private final Escalations escalations = new Escalations(Map.of(), Escalation.once("default", List.of("pager")));

    @Test
    void shouldPutTheStepsOntoTheIncidentOfTheScanAndNoOther() throws LedgerConflictException {
        open("private-daily/7");
        IncidentDesk desk = new IncidentDesk(ledger, new IncidentActions(policy, escalations), clock);
        MakeUpAttempt attempt = CaseDraft.attempt("7", "3", CaseDraft.DUE, NOW)
                .now(AttemptState.NEVER_STARTED, "Nothing was scanned.")
                .advising(List.of("1. Look at the scanners."));
        assertThat(new IncidentRemarks(desk).raise(attempt)).isTrue();
        assertThat(new IncidentRemarks(desk).raise(CaseDraft.attempt("8", "3", CaseDraft.DUE, NOW)))
                .isTrue();
        List<JournalEntry> remarks = ledger.journal(1, 100).stream()
                .filter(each -> each.note().action().equals("comment"))
                .toList();
        assertThat(remarks).hasSize(1);
        assertThat(remarks.get(0).note().document())
                .contains("Nothing was scanned.")
                .contains("1. Look at the scanners.");
    }

    private void open(String member) throws LedgerConflictException {
        Failure failure = new Failure(
                member,
                "private-daily",
                "nessus",
                CaseDraft.NAME,
                "MISSED",
                NOW,
                "It did not run.",
                "Run it.",
                "3",
                new CaseDraft().monitor().care(),
                null,
                Set.of());
        List<Incident> opened = new Incidents(policy, escalations)
                .step(List.of(), new Situation(List.of(failure), List.of(), List.of()), NOW)
                .changed();
        assertThat(opened).hasSize(1);
        Incident incident = opened.get(0);
        ledger.commit(Commit.of(
                List.of(new Entry(
                        new EntryKey(EntryKind.INCIDENT, incident.id(), ""),
                        0,
                        "OPEN",
                        incident.openedAt(),
                        IncidentDocument.write(incident),
                        null)),
                List.of()));
    }
}
