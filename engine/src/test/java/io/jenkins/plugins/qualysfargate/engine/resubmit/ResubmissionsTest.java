package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResubmissionsTest extends ResubmissionRig {

    @Test
    void shouldLaunchAFailedScanAndFollowItToItsEnd() {
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, false);
        assertThat(outcome.did()).as(outcome.decision().words()).isEqualTo(Did.LAUNCHED);
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(turnAfter(Duration.ofMinutes(1)).changed()).isEmpty();
        assertThat(turnAfter(Duration.ofMinutes(15)).changed()).hasSize(1);
        assertThat(only().state()).isEqualTo(AttemptState.SCANNING);
        turnAfter(Duration.ofHours(3));
        assertThat(only().state()).isEqualTo(AttemptState.FINISHED);
        assertThat(turnAfter(Duration.ofHours(1)).changed()).isEmpty();
        assertThat(record()).containsExactly("alice LAUNCHING", "alice LAUNCHED", "system SCANNING", "system FINISHED");
        assertThat(alarms).isEmpty();
        assertThat(tenable.results()).isEqualTo(1);
    }

    @Test
    void shouldLaunchNothingInADryRunAndPutItOnRecord() {
        assertThat(resubmissions().dryRun(TRACK, ALICE).did()).isEqualTo(Did.DRY_RUN);
        settings = settings(true, true, 1);
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, true);
        assertThat(outcome.did()).isEqualTo(Did.DRY_RUN);
        assertThat(outcome.words()).contains("It may be started");
        assertThat(launches()).isZero();
        assertThat(resubmissions().list()).isEmpty();
        assertThat(record()).containsExactly("alice DRY_RUN", "alice DRY_RUN");
    }

    @Test
    void shouldLeaveNoTraceOfAPlan() {
        assertThat(resubmissions().plan(TRACK).answer()).isEqualTo(ResubmissionDecision.Answer.MAY_START);
        assertThat(record()).isEmpty();
        assertThat(launches()).isZero();
    }

    @Test
    void shouldLaunchNothingWithTheKillSwitch() {
        settings = settings(false, false, 1);
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, true);
        assertThat(outcome.did()).isEqualTo(Did.REFUSED);
        assertThat(outcome.words()).contains("G6").contains("switched off");
        assertThat(launches()).isZero();
        assertThat(record()).containsExactly("alice REFUSED");
    }

    @Test
    void shouldRefuseWhileAnAdHocRunMayBeInTheZone() {
        tenable.runAlone("ad hoc", NOW.minusSeconds(60), FakeCourse.GOOD);
        assertThat(refused()).contains("G1").contains("may be in any zone");
    }

    @Test
    void shouldRefuseWhileAnotherScanIsQueuedInTheZone() {
        tenable.define("8", "other").inZone("3", CaseDraft.ZONE_NAME);
        tenable.run("8", NOW.minusSeconds(30), FakeCourse.NEVER_STARTS);
        assertThat(refused()).contains("G1").contains("other");
    }

    @Test
    void shouldNotCareForRunsOfOtherZones() {
        tenable.define("8", "other").inZone("4", "ALC_Dev_MON01_SZ");
        tenable.run("8", NOW.minusSeconds(30), FakeCourse.GOOD);
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.LAUNCHED);
    }

    @Test
    void shouldRefuseIfTheServerSaysThatAnotherScanIsDueBefore() {
        tenable.define("8", "soon")
                .inZone("3", CaseDraft.ZONE_NAME)
                .ical("TZID=UTC:20260304T180000", "FREQ=DAILY;INTERVAL=1", NOW.plus(Duration.ofHours(6)));
        assertThat(refused()).contains("G3").contains("soon");
    }

    @Test
    void shouldRefuseIfADependentScanMayBeginAtAnyMoment() {
        tenable.define("8", "parent").inZone("4", "ALC_Dev_MON01_SZ");
        tenable.define("9", "child").inZone("3", CaseDraft.ZONE_NAME).dependsOn("8");
        assertThat(resubmissions().plan(TRACK).answer()).isEqualTo(ResubmissionDecision.Answer.MAY_START);
        tenable.run("8", NOW.minusSeconds(30), FakeCourse.GOOD);
        assertThat(refused()).contains("G3").contains("child");
    }

    @Test
    void shouldRefuseIfNoScannerWorksOrJobdIsDown() {
        tenable.scanner("3", "prod-wdc06-infra-nessus-01", 1 | 2);
        assertThat(refused()).contains("G4");
        tenable.scanner("3", "prod-wdc06-infra-nessus-01", 1 | 1024);
        assertThat(refused()).contains("G8").contains("prod-wdc06-infra-nessus-01");
        tenable.scanner("3", "prod-wdc06-infra-nessus-01", 1);
        tenable.jobd("Stopped");
        assertThat(refused()).contains("G8").contains("jobd");
    }

    @Test
    void shouldAskAPersonIfHealthIsHidden() {
        tenable.hideHealth();
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.NEEDS_APPROVAL);
        assertThat(launches()).isZero();
        assertThat(resubmissions().request(TRACK, ALICE, true).did()).isEqualTo(Did.LAUNCHED);
        assertThat(record()).startsWith("alice NEEDS_APPROVAL", "alice LAUNCHING");
    }

    @Test
    void shouldRefuseWhatIsGoneOrSwitchedOff() {
        tenable.define("7", CaseDraft.NAME).inZone("3", CaseDraft.ZONE_NAME).switchedOff();
        assertThat(refused()).contains("G7").contains("switched off");
        tenable.delete("7");
        assertThat(refused()).contains("G7").contains("any more");
    }

    @Test
    void shouldRefuseWithoutAnAnswerOfTheSource() {
        tenable.on(Operation.RESULTS, exchange -> exchange.close());
        assertThat(refused()).contains("Nobody can tell").contains("list the running scan results");
        assertThat(record()).containsExactly("alice REFUSED");
    }

    @Test
    void shouldGiveAdviceWhereNothingCanBeStarted() {
        ResubmissionSetup setup =
                new ResubmissionSetup(settings, Map.of(), Map.of(), List.of(), StartRules.DEFAULT, controllers);
        Resubmissions none = new Resubmissions(
                setup, ledger, track -> Optional.ofNullable(standings.get(track)), MakeUpAlarm.NOBODY, clock);
        assertThat(none.request(TRACK, ALICE, true).words())
                .contains("starts no runs on request")
                .contains("Run it.");
    }

    @Test
    void shouldNotStartASecondOneInTheZoneWhileTheFirstIsUnderWay() {
        tenable.define("8", "other").inZone("3", CaseDraft.ZONE_NAME);
        fails("8", "other");
        resubmissions().request(TRACK, ALICE, false);
        ResubmissionOutcome second = resubmissions().request(new TrackKey("private-daily", "8"), ALICE, true);
        assertThat(second.did()).isEqualTo(Did.REFUSED);
        assertThat(second.words()).contains("G1");
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void shouldTryNoMoreOftenThanAllowed() {
        tenable.launchesGo(FakeCourse.GOOD.endingAs("Error", "Error"));
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.LAUNCHED);
        turnAfter(Duration.ofHours(4));
        ResubmissionOutcome again = resubmissions().request(TRACK, ALICE, true);
        assertThat(again.words()).contains("G6").contains("1 are allowed");
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void shouldSayIfTheSourceDoesNotWantIt() {
        tenable.on(Operation.LAUNCH, LoopbackServer.answering(429, Map.of(), "slow down"));
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, false);
        assertThat(outcome.did()).isEqualTo(Did.NOT_LAUNCHED);
        assertThat(outcome.words()).contains("HTTP 429");
        assertThat(turnAfter(Duration.ofHours(1)).changed()).isEmpty();
        assertThat(tenable.results()).isZero();
    }

    @Test
    void shouldKnowOnlyWhatItIsAskedFor() {
        assertThatThrownBy(() -> resubmissions().plan(new TrackKey("private-daily", "99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'99'");
        assertThatThrownBy(() -> resubmissions().request(TRACK, new Pause.By(" ", ""), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String refused() {
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, true);
        assertThat(outcome.did()).as(outcome.words()).isEqualTo(Did.REFUSED);
        assertThat(launches()).isZero();
        return outcome.words();
    }
}
