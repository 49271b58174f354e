package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case in which nothing stands in the way, to be changed in one point. */
final class CaseDraft {
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    static final Instant DUE = Instant.parse("2026-03-04T01:00:00Z");
    static final String SCAN = "7";
    static final String NAME = "ALC_Prod_WDC06_private_import";
    static final String ZONE = "3";
    static final String ZONE_NAME = "ALC_Prod_WDC06_SZ";
    static final Pause.By ALICE = new Pause.By("alice", "it failed");

    OccurrenceState state = OccurrenceState.MISSED;

    @Nullable
    String failedRun;

    @Nullable
    Instant lastSuccess = Instant.parse("2026-03-02T04:00:00Z");

    boolean huge;
    Set<String> tags = Set.of();

    @Nullable
    String otherTeam;

    @Nullable
    Occurrence latest;

    boolean well;

    boolean blind;
    boolean zoned = true;
    boolean gone;

    @Nullable
    String zoneId = ZONE;

    @Nullable
    Boolean allowed = true;

    @Nullable
    Instant modifiedAt = Instant.parse("2026-01-01T00:00:00Z");

    @Nullable
    Long dependents = 0L;

    @Nullable
    String idleBecause;

    final List<ActiveRun> runs = new ArrayList<>();
    final List<DueScan> due = new ArrayList<>();
    final List<Run> past = new ArrayList<>();
    final List<Component> components = new ArrayList<>();
    final List<SourcePicture.Updating> updating = new ArrayList<>();

    final List<MakeUpAttempt> active = new ArrayList<>();
    final List<MakeUpAttempt> earlier = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();
    final List<ScanZone> zones = new ArrayList<>();
    ResubmissionSettings settings = settings(true, List.of());
    Controllers controllers = Controllers.onlyOne();

    @Nullable
    By approval;

    CaseDraft() {
        due.add(new DueScan(SCAN, NAME, ZONE, DUE.plus(Duration.ofDays(1)), null));
        components.add(new Component(Component.Kind.SCHEDULER, "jobd", "jobd", true, "jobd: Running", ""));
        components.add(new Component(Component.Kind.SERVICE, "api", "Tenable.sc", true, "", ""));
        components.add(zone(ZONE, true));
        past.add(run("50", DUE.minus(Duration.ofDays(2)), Duration.ofHours(3), RunState.COMPLETED));
    }

    static ResubmissionSettings settings(boolean enabled, List<Pause> freezes) {
        return new ResubmissionSettings(enabled, false, 2, 3, Duration.ofMinutes(30), 2, true, freezes);
    }

    static Component zone(String id, @Nullable Boolean working) {
        return new Component(
                Component.Kind.ZONE,
                id,
                ZONE_NAME,
                working,
                "as said",
                Boolean.FALSE.equals(working) ? "Mend it." : "");
    }

    static Run run(String id, Instant created, Duration took, RunState state) {
        return new Run(
                id,
                SCAN,
                created,
                created,
                created.plus(took),
                state,
                ImportState.FINISHED,
                Reach.WHOLE,
                null,
                "Completed",
                "");
    }

    static ActiveRun active(@Nullable String scan, @Nullable String zone) {
        return new ActiveRun("90", scan, "other", zone, RunState.RUNNING, "Running");
    }

    static Pause pause(Pause.Kind kind, Scope scope, Instant from, Instant until) {
        return Pause.once("p", kind, scope, new Pause.Span(from, until), new Pause.By("bob", "work"));
    }

    static Scope everything() {
        return new Scope(new Glob("*"), null, null, null);
    }

    static MakeUpAttempt attempt(String scan, @Nullable String zone, Instant dueAt, Instant askedAt) {
        return new MakeUpAttempt(
                "nessus",
                "private-daily",
                scan,
                "scan " + scan,
                zone,
                "",
                dueAt,
                1,
                AttemptState.LAUNCHED,
                askedAt,
                ALICE,
                false,
                1,
                askedAt,
                List.of(),
                "101",
                askedAt,
                "It was accepted.",
                List.of(),
                false);
    }

    Monitor monitor() {
        return monitor("private-daily", huge, tags, otherTeam);
    }

    static Monitor monitor(String id, boolean huge, Set<String> tags, @Nullable String otherTeam) {
        return new Monitor(
                id,
                "nessus",
                new Selector.Everything(),
                new Timing.OfSource(),
                Windows.DEFAULT,
                Thresholds.DEFAULT,
                new Care("scanning squad", "https://wiki.example.com/failed", Urgency.ERROR, "squad", otherTeam, null),
                null,
                tags,
                true,
                huge,
                null);
    }

    static Occurrence occurrence(OccurrenceState state, Instant due, @Nullable String runId) {
        return new Occurrence(
                new OccurrenceKey("private-daily", SCAN, due, "hash"),
                NAME,
                new Judgement(state, due.plus(Duration.ofHours(2)), "It is " + state + ".", "Run it.", runId),
                null,
                null,
                false);
    }

    static Standing standing(Monitor monitor, String scan, String name, @Nullable Occurrence trouble) {
        return new Standing(
                monitor, scan, name, ZONE, MonitorState.DOWN, trouble, trouble, null, trouble != null, null, null);
    }

    Standing standing() {
        Occurrence trouble = well ? null : occurrence(state, DUE, failedRun);
        return new Standing(
                monitor(),
                SCAN,
                NAME,
                ZONE,
                MonitorState.DOWN,
                latest == null ? trouble : latest,
                trouble,
                DUE,
                true,
                lastSuccess,
                null);
    }

    ResubmissionCase build() {
        DefinitionNow definition = new DefinitionNow(
                SCAN,
                NAME,
                zoneId,
                zoneId == null ? "" : ZONE_NAME,
                allowed,
                modifiedAt,
                dependents,
                idleBecause,
                ZoneId.of("America/New_York"));
        SourcePicture picture =
                new SourcePicture(zoned, gone ? null : definition, runs, due, past, components, updating);
        return new ResubmissionCase(
                standing(),
                blind ? null : picture,
                blind ? "It does not answer." : "",
                active,
                earlier,
                pauses,
                new ZoneFacts(zones),
                settings,
                StartRules.DEFAULT,
                controllers,
                approval,
                NOW);
    }
}
