package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.MemoryLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableScans;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableServer;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeTenable;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.SetClock;
import io.jenkins.plugins.qualysfargate.engine.evidence.ResubmissionNote;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.resubmit.tenable.TenableMakeUps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Make-up runs at a Tenable.sc on this machine, with a scan that was missed. */
abstract class ResubmissionRig {
    static final Instant NOW = CaseDraft.NOW;
    static final TrackKey TRACK = new TrackKey("private-daily", "7");
    static final Pause.By ALICE = CaseDraft.ALICE;

    final SetClock clock = new SetClock(NOW);
    final InMemoryLedger ledger = new InMemoryLedger(clock);
    final List<MakeUpAttempt> alarms = new ArrayList<>();
    final Map<TrackKey, Standing> standings = new HashMap<>();
    // Making one takes longer than a test.
    private static final Transport TRANSPORT = Transport.withoutRedirects(
            HttpSettings.DEFAULT.withRetry(RetrySettings.NEVER), Clock.fixed(NOW, ZoneOffset.UTC));

    private final LoginBudget budget = new MemoryLoginBudget();
    FakeTenable tenable;
    Monitor monitor = CaseDraft.monitor("private-daily", false, Set.of(), null);
    ResubmissionSettings settings = settings(true, false, 1);
    Controllers controllers = Controllers.onlyOne();
    List<ScanZone> zones = List.of();

    @BeforeEach
    void start() throws IOException {
        tenable = new FakeTenable(clock);
        tenable.zone("3", CaseDraft.ZONE_NAME).scanner("3", "prod-wdc06-infra-nessus-01", 1);
        tenable.zone("4", "ALC_Dev_MON01_SZ").scanner("4", "dev-mon01-infra-nessus-02", 1);
        tenable.define("7", CaseDraft.NAME).inZone("3", CaseDraft.ZONE_NAME);
        fails("7", CaseDraft.NAME);
    }

    @AfterEach
    void stop() {
        tenable.close();
    }

    static ResubmissionSettings settings(boolean enabled, boolean dryRun, int attempts) {
        return new ResubmissionSettings(enabled, dryRun, attempts, 3, Duration.ofMinutes(30), 2, true, List.of());
    }

    void fails(String scan, String name) {
        Occurrence missed = new Occurrence(
                new OccurrenceKey("private-daily", scan, CaseDraft.DUE, "hash"),
                name,
                new Judgement(OccurrenceState.MISSED, CaseDraft.DUE, "It was due and did not run.", "Run it.", null),
                null,
                null,
                false);
        standings.put(
                new TrackKey("private-daily", scan),
                new Standing(
                        monitor, scan, name, "3", MonitorState.DOWN, missed, missed, CaseDraft.DUE, true, null, null));
    }

    MakeUpRuns tenableRuns() {
        TenableLogin key = new TenableLogin.ApiKey(FakeTenable.ACCESS_KEY, FakeTenable.SECRET_KEY);
        TenableServer server = new TenableServer(
                tenable.address(), key, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofDays(3));
        return new TenableMakeUps("nessus", new TenableScans(server, TRANSPORT, budget, clock));
    }

    Resubmissions resubmissions() {
        return resubmissions(ledger, tenableRuns());
    }

    Resubmissions resubmissions(Ledger kept, MakeUpRuns runs) {
        ResubmissionSetup setup = new ResubmissionSetup(
                settings, Map.of("nessus", runs), Map.of("nessus", zones), List.of(), StartRules.DEFAULT, controllers);
        return new Resubmissions(
                setup,
                kept,
                track -> Optional.ofNullable(standings.get(track)),
                attempt -> {
                    alarms.add(attempt);
                    return true;
                },
                clock);
    }

    ResubmissionTurn turnAfter(Duration time) {
        clock.forward(time);
        return resubmissions().turn(clock.instant());
    }

    /** What was put on record of resubmissions, in order: actor, outcome. */
    List<String> record() {
        return ledger.journal(1, 1000).stream()
                .map(JournalEntry::note)
                .map(note -> note.actor() + " " + ResubmissionNote.read(note).outcome())
                .toList();
    }

    MakeUpAttempt only() {
        List<MakeUpAttempt> all = resubmissions().list();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    long launches() {
        return tenable.calls().stream().filter(each -> each.startsWith("POST")).count();
    }
}
