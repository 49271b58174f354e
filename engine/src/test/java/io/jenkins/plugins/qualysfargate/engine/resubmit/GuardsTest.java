package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.BEFORE_NEXT_DUE;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.DEFINITION_ALLOWS;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.NOT_SUCCEEDED;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.NO_DEPENDENTS;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.NO_PAUSE;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.PERSON_AGREES;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.SCANNER_WORKS;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.SOURCE_HEALTHY;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.WITHIN_LIMITS;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.Guard.ZONE_FREE;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict.Answer.NEEDS_APPROVAL;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict.Answer.PASSES;
import static io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict.Answer.REFUSES;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Scope;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
    private interface Change {
        void on(CaseDraft draft);
    }

    private static Arguments row(String what, Guard guard, Answer answer, Change change) {
        return Arguments.of(what, guard, answer, change);
    }

    static Stream<Arguments> zoneFree() {
        return Stream.of(
                row("another zone is busy", ZONE_FREE, PASSES, it -> it.runs.add(CaseDraft.active("8", "4"))),
                row("the zone is busy", ZONE_FREE, REFUSES, it -> it.runs.add(CaseDraft.active("8", "3"))),
                row("it runs itself", ZONE_FREE, REFUSES, it -> it.runs.add(CaseDraft.active("7", "3"))),
                row(
                        "an ad-hoc run may be anywhere",
                        ZONE_FREE,
                        REFUSES,
                        it -> it.runs.add(CaseDraft.active(null, null))),
                row("a scan without zone runs", ZONE_FREE, REFUSES, it -> it.runs.add(CaseDraft.active("8", null))),
                row("it has no zone itself", ZONE_FREE, REFUSES, it -> {
                    it.zoneId = null;
                    it.runs.add(CaseDraft.active("8", "4"));
                }),
                row(
                        "a launch of ours is not visible yet",
                        ZONE_FREE,
                        REFUSES,
                        it -> it.active.add(CaseDraft.attempt("8", "3", CaseDraft.DUE, CaseDraft.NOW))),
                row(
                        "a launch of ours in another zone",
                        ZONE_FREE,
                        PASSES,
                        it -> it.active.add(CaseDraft.attempt("8", "4", CaseDraft.DUE, CaseDraft.NOW))),
                row(
                        "a launch of ours without zone",
                        ZONE_FREE,
                        REFUSES,
                        it -> it.active.add(CaseDraft.attempt("8", null, CaseDraft.DUE, CaseDraft.NOW))),
                row("a source without zones", ZONE_FREE, PASSES, it -> {
                    it.zoned = false;
                    it.active.add(CaseDraft.attempt("8", null, CaseDraft.DUE, CaseDraft.NOW));
                }));
    }

    static Stream<Arguments> notSucceeded() {
        return Stream.of(
                row("it was missed", NOT_SUCCEEDED, PASSES, it -> {}),
                row("nothing is wrong", NOT_SUCCEEDED, REFUSES, it -> it.well = true),
                row("it is only late", NOT_SUCCEEDED, REFUSES, it -> it.state = OccurrenceState.LATE),
                row("it is in progress", NOT_SUCCEEDED, REFUSES, it -> it.state = OccurrenceState.OVERRUN),
                row("it does not get on", NOT_SUCCEEDED, REFUSES, it -> it.state = OccurrenceState.STALLED),
                row("it is being made up for", NOT_SUCCEEDED, REFUSES, it -> it.state = OccurrenceState.RECOVERING),
                row("nobody knows", NOT_SUCCEEDED, NEEDS_APPROVAL, it -> it.state = OccurrenceState.UNKNOWN),
                row("no run can mend it", NOT_SUCCEEDED, REFUSES, it -> it.state = OccurrenceState.MISCONFIGURED),
                row(
                        "a run has completed since",
                        NOT_SUCCEEDED,
                        REFUSES,
                        it -> it.past.add(CaseDraft.run(
                                "60", CaseDraft.DUE.plusSeconds(7200), Duration.ofHours(1), RunState.COMPLETED))),
                row(
                        "another run has failed since",
                        NOT_SUCCEEDED,
                        PASSES,
                        it -> it.past.add(CaseDraft.run(
                                "60", CaseDraft.DUE.plusSeconds(7200), Duration.ofHours(1), RunState.FAILED))),
                row("the run that scanned nobody", NOT_SUCCEEDED, PASSES, it -> {
                    it.state = OccurrenceState.EMPTY_SUSPECT;
                    it.failedRun = "60";
                    it.past.add(CaseDraft.run("60", CaseDraft.DUE, Duration.ofHours(1), RunState.COMPLETED));
                }),
                row(
                        "its next time was well",
                        NOT_SUCCEEDED,
                        REFUSES,
                        it -> it.latest =
                                CaseDraft.occurrence(OccurrenceState.OK, CaseDraft.DUE.plusSeconds(3600), "61")),
                row(
                        "its next time has come",
                        NOT_SUCCEEDED,
                        REFUSES,
                        it -> it.latest =
                                CaseDraft.occurrence(OccurrenceState.DUE, CaseDraft.DUE.plusSeconds(3600), null)),
                row("huge, well on the previous day", NOT_SUCCEEDED, REFUSES, it -> {
                    it.huge = true;
                    it.lastSuccess = Instant.parse("2026-03-03T06:00:00Z");
                }),
                // 23:30 of March 2 in New York.
                row("huge, well two days ago there", NOT_SUCCEEDED, PASSES, it -> {
                    it.huge = true;
                    it.lastSuccess = Instant.parse("2026-03-03T04:30:00Z");
                }),
                row("huge, well on the previous day by its source", NOT_SUCCEEDED, REFUSES, it -> {
                    it.huge = true;
                    it.past.add(CaseDraft.run(
                            "60", Instant.parse("2026-03-02T10:00:00Z"), Duration.ofHours(24), RunState.COMPLETED));
                }),
                row("huge, never well", NOT_SUCCEEDED, PASSES, it -> {
                    it.huge = true;
                    it.lastSuccess = null;
                    it.past.clear();
                }));
    }

    static Stream<Arguments> beforeNextDue() {
        Instant end = CaseDraft.NOW.plus(Duration.ofMinutes(210));
        return Stream.of(
                row("there is time", BEFORE_NEXT_DUE, PASSES, it -> {}),
                row(
                        "another scan of the zone is due",
                        BEFORE_NEXT_DUE,
                        REFUSES,
                        it -> it.due.add(new DueScan("8", "b", "3", end, null))),
                row(
                        "just enough time",
                        BEFORE_NEXT_DUE,
                        PASSES,
                        it -> it.due.add(new DueScan("8", "b", "3", end.plusSeconds(1), null))),
                row(
                        "another zone",
                        BEFORE_NEXT_DUE,
                        PASSES,
                        it -> it.due.add(new DueScan("8", "b", "4", CaseDraft.NOW.plusSeconds(60), null))),
                row(
                        "a scan that may run in any zone",
                        BEFORE_NEXT_DUE,
                        REFUSES,
                        it -> it.due.add(new DueScan("8", "b", null, CaseDraft.NOW.plusSeconds(60), null))),
                row(
                        "a schedule that cannot be read",
                        BEFORE_NEXT_DUE,
                        NEEDS_APPROVAL,
                        it -> it.due.add(new DueScan("8", "b", "3", null, "FREQ=SOMETIMES"))),
                row("huge takes a day", BEFORE_NEXT_DUE, REFUSES, it -> it.huge = true),
                row("huge, and due in two days", BEFORE_NEXT_DUE, PASSES, it -> {
                    it.huge = true;
                    it.due.clear();
                    it.due.add(new DueScan("7", "a", "3", CaseDraft.NOW.plus(Duration.ofDays(2)), null));
                }),
                row(
                        "one of two took long",
                        BEFORE_NEXT_DUE,
                        REFUSES,
                        it -> it.past.add(CaseDraft.run(
                                "51",
                                CaseDraft.DUE.minus(Duration.ofDays(3)),
                                Duration.ofHours(13),
                                RunState.PARTIAL))),
                row("no run is known and it may take twelve hours", BEFORE_NEXT_DUE, REFUSES, it -> {
                    it.past.clear();
                    it.due.add(new DueScan("8", "b", "3", CaseDraft.NOW.plus(Duration.ofHours(12)), null));
                }),
                row("no schedules", BEFORE_NEXT_DUE, PASSES, it -> {
                    it.zoned = false;
                    it.due.add(new DueScan("7", "b", "3", CaseDraft.NOW, null));
                }));
    }

    static Stream<Arguments> scannerWorks() {
        return Stream.of(
                row("one works", SCANNER_WORKS, PASSES, it -> {}),
                row("none works", SCANNER_WORKS, REFUSES, it -> it.components.set(2, CaseDraft.zone("3", false))),
                row(
                        "not visible",
                        SCANNER_WORKS,
                        NEEDS_APPROVAL,
                        it -> it.components.set(2, CaseDraft.zone("3", null))),
                row("zone not listed", SCANNER_WORKS, NEEDS_APPROVAL, it -> it.components.remove(2)),
                row("another team's by the monitor", SCANNER_WORKS, PASSES, it -> {
                    it.otherTeam = "public scanning";
                    it.components.set(2, CaseDraft.zone("3", false));
                }),
                row("another team's by the zone", SCANNER_WORKS, PASSES, it -> {
                    it.zones.add(new ScanZone(CaseDraft.ZONE_NAME, List.of(), "public scanning", "", List.of()));
                    it.components.set(2, CaseDraft.zone("3", null));
                }),
                row("any zone, and one works", SCANNER_WORKS, PASSES, it -> {
                    it.zoneId = null;
                    it.components.add(CaseDraft.zone("4", false));
                }));
    }

    static Stream<Arguments> noPause() {
        Instant before = CaseDraft.NOW.minusSeconds(60);
        Instant after = CaseDraft.NOW.plusSeconds(60);
        Instant later = CaseDraft.NOW.plus(Duration.ofHours(2));
        return Stream.of(
                row("none", NO_PAUSE, PASSES, it -> {}),
                row(
                        "a mute holds",
                        NO_PAUSE,
                        REFUSES,
                        it -> it.pauses.add(CaseDraft.pause(Pause.Kind.MUTE, CaseDraft.everything(), before, after))),
                row(
                        "maintenance of the zone holds",
                        NO_PAUSE,
                        REFUSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MAINTENANCE, new Scope(null, null, null, "3"), before, after))),
                row(
                        "maintenance of the zone by its name",
                        NO_PAUSE,
                        REFUSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MAINTENANCE,
                                new Scope(null, null, null, CaseDraft.ZONE_NAME),
                                before,
                                after))),
                row(
                        "maintenance of another zone",
                        NO_PAUSE,
                        PASSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MAINTENANCE, new Scope(null, null, null, "4"), before, after))),
                row(
                        "maintenance begins while it runs",
                        NO_PAUSE,
                        REFUSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MAINTENANCE, CaseDraft.everything(), later, later.plusSeconds(60)))),
                row(
                        "a mute begins while it runs",
                        NO_PAUSE,
                        PASSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MUTE, CaseDraft.everything(), later, later.plusSeconds(60)))),
                row(
                        "maintenance is over",
                        NO_PAUSE,
                        PASSES,
                        it -> it.pauses.add(CaseDraft.pause(
                                Pause.Kind.MAINTENANCE, CaseDraft.everything(), before.minusSeconds(60), before))),
                row(
                        "a freeze holds",
                        NO_PAUSE,
                        REFUSES,
                        it -> it.settings = CaseDraft.settings(
                                true,
                                List.of(CaseDraft.pause(Pause.Kind.MUTE, CaseDraft.everything(), before, after)))));
    }

    static Stream<Arguments> withinLimits() {
        Instant hourAgo = CaseDraft.NOW.minus(Duration.ofHours(1));
        Instant otherDue = CaseDraft.DUE.minus(Duration.ofDays(1));
        return Stream.of(
                row("never tried", WITHIN_LIMITS, PASSES, it -> {}),
                row("switched off", WITHIN_LIMITS, REFUSES, it -> it.settings = CaseDraft.settings(false, List.of())),
                row(
                        "tried once of twice",
                        WITHIN_LIMITS,
                        PASSES,
                        it -> it.earlier.add(CaseDraft.attempt("7", "3", CaseDraft.DUE, hourAgo))),
                row("tried twice of twice", WITHIN_LIMITS, REFUSES, it -> {
                    it.earlier.add(CaseDraft.attempt("7", "3", CaseDraft.DUE, hourAgo));
                    it.earlier.add(CaseDraft.attempt("7", "3", CaseDraft.DUE, hourAgo.minusSeconds(3600)));
                }),
                row("three times in a day", WITHIN_LIMITS, REFUSES, it -> {
                    for (int i = 0; i < 3; i++) {
                        it.earlier.add(CaseDraft.attempt("7", "3", otherDue, hourAgo.minusSeconds(3600L * i)));
                    }
                }),
                row("three times, not in a day", WITHIN_LIMITS, PASSES, it -> {
                    for (int i = 0; i < 3; i++) {
                        it.earlier.add(CaseDraft.attempt("7", "3", otherDue, hourAgo.minusSeconds(82_800L + i)));
                    }
                }),
                row(
                        "just tried",
                        WITHIN_LIMITS,
                        REFUSES,
                        it -> it.earlier.add(CaseDraft.attempt("7", "3", otherDue, CaseDraft.NOW.minusSeconds(1799)))),
                row(
                        "cooled down",
                        WITHIN_LIMITS,
                        PASSES,
                        it -> it.earlier.add(CaseDraft.attempt("7", "3", otherDue, CaseDraft.NOW.minusSeconds(1800)))),
                row("as many at once as allowed", WITHIN_LIMITS, REFUSES, it -> {
                    it.active.add(CaseDraft.attempt("8", "4", CaseDraft.DUE, hourAgo));
                    it.active.add(CaseDraft.attempt("9", "5", CaseDraft.DUE, hourAgo));
                }));
    }

    static Stream<Arguments> definitionAllows() {
        return Stream.of(
                row("as it was", DEFINITION_ALLOWS, PASSES, it -> {}),
                row("gone", DEFINITION_ALLOWS, REFUSES, it -> it.gone = true),
                row("switched off", DEFINITION_ALLOWS, REFUSES, it -> it.idleBecause = "switched off"),
                row("not ours", DEFINITION_ALLOWS, REFUSES, it -> it.allowed = false),
                row("nobody says whether it is ours", DEFINITION_ALLOWS, NEEDS_APPROVAL, it -> it.allowed = null),
                row("nobody says when it was changed", DEFINITION_ALLOWS, NEEDS_APPROVAL, it -> it.modifiedAt = null),
                row(
                        "changed since",
                        DEFINITION_ALLOWS,
                        NEEDS_APPROVAL,
                        it -> it.modifiedAt = CaseDraft.DUE.plusSeconds(1)),
                row("changed before its run began", DEFINITION_ALLOWS, PASSES, it -> {
                    it.failedRun = "60";
                    it.past.add(
                            CaseDraft.run("60", CaseDraft.DUE.plusSeconds(60), Duration.ofHours(1), RunState.FAILED));
                    it.modifiedAt = CaseDraft.DUE.plusSeconds(30);
                }));
    }

    static Stream<Arguments> sourceHealthy() {
        return Stream.of(
                row("it works", SOURCE_HEALTHY, PASSES, it -> {}),
                row(
                        "jobd is down",
                        SOURCE_HEALTHY,
                        REFUSES,
                        it -> it.components.set(
                                0,
                                new Component(
                                        Component.Kind.SCHEDULER, "jobd", "jobd", false, "Stopped", "Start it."))),
                row(
                        "jobd is not visible",
                        SOURCE_HEALTHY,
                        NEEDS_APPROVAL,
                        it -> it.components.set(
                                0, new Component(Component.Kind.SCHEDULER, "jobd", "jobd", null, "not visible", ""))),
                row("nobody speaks of jobd", SOURCE_HEALTHY, NEEDS_APPROVAL, it -> it.components.remove(0)),
                row(
                        "a service is down",
                        SOURCE_HEALTHY,
                        REFUSES,
                        it -> it.components.add(new Component(
                                Component.Kind.SERVICE, "analyzer", "analyzer", false, "down", "Start it."))),
                row(
                        "a feed is stale",
                        SOURCE_HEALTHY,
                        NEEDS_APPROVAL,
                        it -> it.components.add(new Component(
                                Component.Kind.FEED, "active", "plugin feed", false, "stale", "Update it."))),
                row(
                        "plugins are updating",
                        SOURCE_HEALTHY,
                        REFUSES,
                        it -> it.updating.add(new SourcePicture.Updating("the feed", null))),
                row(
                        "a scanner of another zone is updating",
                        SOURCE_HEALTHY,
                        PASSES,
                        it -> it.updating.add(new SourcePicture.Updating("a scanner", "4"))));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                row("no dependents", NO_DEPENDENTS, PASSES, it -> {}),
                row("dependents", NO_DEPENDENTS, NEEDS_APPROVAL, it -> it.dependents = 2L),
                row("nobody says", NO_DEPENDENTS, NEEDS_APPROVAL, it -> it.dependents = null),
                row("small", PERSON_AGREES, PASSES, it -> it.tags = Set.of("private")),
                row("huge", PERSON_AGREES, NEEDS_APPROVAL, it -> it.huge = true),
                row("production", PERSON_AGREES, NEEDS_APPROVAL, it -> it.tags = Set.of("production")),
                row(
                        "several controllers apart",
                        PERSON_AGREES,
                        NEEDS_APPROVAL,
                        it -> it.controllers = Controllers.apart()),
                row(
                        "several controllers with leases",
                        PERSON_AGREES,
                        PASSES,
                        it -> it.controllers = Controllers.sharing(new InMemoryLeases(), "a")));
    }

    @ParameterizedTest(name = "{1}: {0} {2}")
    @MethodSource({
        "zoneFree",
        "notSucceeded",
        "beforeNextDue",
        "scannerWorks",
        "noPause",
        "withinLimits",
        "definitionAllows",
        "sourceHealthy",
        "others"
    })
    void shouldAnswer(String what, Guard guard, Answer answer, Change change) {
        CaseDraft draft = new CaseDraft();
        change.on(draft);
        GuardVerdict verdict = ResubmissionPolicy.decide(draft.build()).guards().get(guard.ordinal());
        assertThat(verdict.guard()).isEqualTo(guard);
        assertThat(verdict.answer()).as(verdict.reason()).isEqualTo(answer);
        assertThat(verdict.reason()).isNotBlank().doesNotContain("null");
    }

    @Test
    void shouldStartWhatNothingStandsInTheWayOf() {
        ResubmissionDecision decision = ResubmissionPolicy.decide(new CaseDraft().build());
        assertThat(decision.answer()).as(decision.words()).isEqualTo(ResubmissionDecision.Answer.MAY_START);
        assertThat(decision.guards()).extracting(GuardVerdict::guard).containsExactly(Guard.values());
        assertThat(decision.obstacles()).isEmpty();
    }

    @Test
    void shouldStartWhatNeedsApprovalOnlyWithIt() {
        CaseDraft draft = new CaseDraft();
        draft.dependents = 2L;
        assertThat(ResubmissionPolicy.decide(draft.build()).answer())
                .isEqualTo(ResubmissionDecision.Answer.NEEDS_APPROVAL);
        draft.approval = CaseDraft.ALICE;
        assertThat(ResubmissionPolicy.decide(draft.build()).answer()).isEqualTo(ResubmissionDecision.Answer.MAY_START);
    }

    @Test
    void shouldNotLetAnApprovalOverruleARefusal() {
        CaseDraft draft = new CaseDraft();
        draft.runs.add(CaseDraft.active("8", "3"));
        draft.dependents = 2L;
        draft.approval = CaseDraft.ALICE;
        ResubmissionDecision decision = ResubmissionPolicy.decide(draft.build());
        assertThat(decision.answer()).isEqualTo(ResubmissionDecision.Answer.REFUSED);
        assertThat(decision.obstacles()).hasSize(2);
    }

    @Test
    void shouldRefuseEverythingThatASourceDoesNotSay() {
        CaseDraft draft = new CaseDraft();
        draft.blind = true;
        draft.approval = CaseDraft.ALICE;
        ResubmissionDecision decision = ResubmissionPolicy.decide(draft.build());
        assertThat(decision.answer()).isEqualTo(ResubmissionDecision.Answer.REFUSED);
        assertThat(decision.obstacles()).hasSize(7).allMatch(each -> each.contains("It does not answer."));
    }
}
