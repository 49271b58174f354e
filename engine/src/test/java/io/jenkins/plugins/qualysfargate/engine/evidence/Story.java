package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A night of scans with what goes wrong in it, as its journal. */
final class Story {
    static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    static final Instant MADE = Instant.parse("2026-04-01T08:00:00Z");

    private final Ledger ledger = new InMemoryLedger(Clock.fixed(MADE, ZoneOffset.UTC));

    Ledger ledger() {
        return ledger;
    }

    static Instant at(int hour, int minute) {
        return DAY.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    static Verdict verdict(String monitor, Instant due, String state, @Nullable String first, String reason) {
        String run = state.startsWith("OK") || state.equals("RECOVERED") ? "run-7" : null;
        String excused = state.equals("EXCUSED") ? "MISSED" : null;
        return new Verdict(
                monitor,
                "17",
                "ALC_" + monitor + "_import",
                due,
                "c0ffee",
                state,
                due.plusSeconds(600),
                reason,
                run,
                first,
                excused);
    }

    Story note(JournalNote... notes) {
        try {
            ledger.commit(Commit.of(List.of(), List.of(notes)));
            return this;
        } catch (LedgerConflictException impossible) {
            throw new IllegalStateException("notes alone cannot conflict", impossible);
        }
    }

    Story verdicts(Instant at, Verdict... verdicts) {
        return note(VerdictsNote.notes(List.of(verdicts), at).toArray(JournalNote[]::new));
    }

    Story incident(Instant at, String actor, String action, Map<String, Object> more, String... members) {
        Map<String, Object> document = new TreeMap<>(more);
        document.put("incident", "default/high");
        document.put("state", "OPEN");
        document.put("failing", List.of());
        document.put("members", List.of(members));
        document.put("failingCount", members.length);
        return note(new JournalNote(at, actor, action, "inc-1", RecordJson.write(document)));
    }

    /** Four scans: one well, one missed and made up for, one that nobody could see, one excused; and one of the day after. */
    static Story night() {
        return new Story()
                .note(new SettingsNote("compliance.yaml", "a".repeat(64), 4).note("jane", at(0, 1)))
                .verdicts(
                        at(2, 0),
                        verdict("prod", at(1, 0), "OK", null, "Completed with 6,012 hosts"),
                        verdict("dev", at(1, 0), "MISSED", "MISSED", "Nothing ran until 02:00"))
                .incident(at(2, 1), JournalNote.SYSTEM, "open", Map.of(), "dev/17")
                .note(new DeliveryNote(
                                "incident:inc-1:1:pager", "pager", "inc-1", DeliveryNote.DELIVERED, 1, "dedup abc")
                        .note(at(2, 2)))
                .incident(
                        at(2, 10),
                        "jane",
                        Actions.ACKNOWLEDGE,
                        Map.of("why", "scanner rebooted", "until", at(6, 0)),
                        "dev/17")
                .note(new ResubmissionNote("dev", "17", at(1, 0), 1, "LAUNCHED", "approved: scanner is back", "run-6")
                        .note("jane", at(2, 30)))
                .verdicts(
                        at(4, 0),
                        verdict("dev", at(1, 0), "RECOVERED", "MISSED", "Made up for by run-6"),
                        verdict("blind", at(3, 0), "UNKNOWN", "UNKNOWN", "The source did not answer"),
                        verdict("public", at(3, 0), "EXCUSED", null, "Maintenance m1 (joe): move of the data centre"))
                .note(new PauseNote(
                                "m1", "MAINTENANCE", "monitor public*", at(2, 0), at(5, 0), "move of the data centre")
                        .opened("joe", at(1, 50)))
                .verdicts(NEXT_DAY.plusSeconds(3600), verdict("prod", NEXT_DAY, "FAILED", "FAILED", "Error"))
                .incident(NEXT_DAY.plusSeconds(3700), "joe", "comment", Map.of("why", "of another day"), "prod/17");
    }

    PeriodReport report() {
        return PeriodReport.of(ledger, DAY, NEXT_DAY, MADE);
    }
}
