package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowedRunsTest extends ResubmissionRig {

    private void launch() {
        ResubmissionOutcome outcome = resubmissions().request(TRACK, ALICE, true);
        assertThat(outcome.attempt()).as(outcome.words()).isNotNull();
    }

    @Test
    void shouldSayWhatToDoWithOurOwnScannersIfNothingIsScanned() {
        tenable.launchesGo(FakeCourse.NEVER_STARTS);
        zones = List.of(
                new ScanZone(CaseDraft.ZONE_NAME, List.of("prod-wdc06-infra-nessus-01"), null, "US East", List.of()));
        launch();
        turnAfter(Duration.ofMinutes(29));
        assertThat(alarms).isEmpty();
        tenable.scanner("3", "prod-wdc06-infra-nessus-01", 1 | 2);
        turnAfter(Duration.ofMinutes(1));
        assertThat(only().state()).isEqualTo(AttemptState.NEVER_STARTED);
        assertThat(alarms).hasSize(1);
        assertThat(String.join("\n", alarms.get(0).steps()))
                .contains("1. See whether every scanner of zone " + CaseDraft.ZONE_NAME)
                .contains("red now: prod-wdc06-infra-nessus-01")
                .contains("tcp/8834")
                .contains("reboot the scanner")
                .contains("hard")
                .contains("reload")
                .contains("scanning squad");
        turnAfter(Duration.ofMinutes(10));
        assertThat(alarms).hasSize(1);
        assertThat(record()).endsWith("alice LAUNCHED", "system NEVER_STARTED");
    }

    @Test
    void shouldGiveATicketToWhoRunsTheScannersOtherwise() {
        tenable.launchesGo(FakeCourse.NEVER_STARTS);
        zones = List.of(new ScanZone(CaseDraft.ZONE_NAME, List.of(), "public scanning", "all public", List.of()));
        launch();
        turnAfter(Duration.ofMinutes(31));
        assertThat(String.join("\n", alarms.get(0).steps()))
                .contains("Leave the scanners alone")
                .contains("Assignment group: public scanning. Severity: 2.")
                .contains("need investigation: [" + CaseDraft.NAME + "]")
                .contains("It was due and did not run.")
                .doesNotContain("reboot");
    }

    @Test
    void shouldTolerateAQueueWhileTheZoneIsBusy() {
        tenable.define("8", "other").inZone("3", CaseDraft.ZONE_NAME);
        tenable.launchesGo(FakeCourse.GOOD.queuedFor(Duration.ofMinutes(150)));
        launch();
        tenable.run("8", NOW, FakeCourse.GOOD);
        for (int i = 0; i < 12; i++) {
            turnAfter(Duration.ofMinutes(10));
        }
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        turnAfter(Duration.ofMinutes(20));
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        turnAfter(Duration.ofMinutes(20));
        assertThat(only().state()).isEqualTo(AttemptState.SCANNING);
        assertThat(alarms).isEmpty();
    }

    @Test
    void shouldSayIfARunEndsBeforeAnythingIsScanned() {
        tenable.launchesGo(FakeCourse.GOOD.over(0, 0).endingAs("Error", "No Results"));
        launch();
        turnAfter(Duration.ofHours(3));
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).words()).contains("'Error'").contains("before anything was scanned");
    }

    @Test
    void shouldFindTheRunIfTheAnswerIsLost() {
        tenable.loseAnswersOf(Operation.LAUNCH);
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.UNCLEAR);
        assertThat(resubmissions().request(TRACK, ALICE, true).did()).isEqualTo(Did.REFUSED);
        turnAfter(Duration.ofMinutes(1));
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(only().runId()).isEqualTo("101");
        turnAfter(Duration.ofMinutes(15));
        assertThat(only().state()).isEqualTo(AttemptState.SCANNING);
        assertThat(launches()).isEqualTo(1);
        assertThat(record()).contains("alice UNCLEAR", "system ADOPTED");
    }

    @Test
    void shouldNotTakeAnEarlierRunForItsOwn() {
        tenable.run(
                "7",
                NOW.minusSeconds(300),
                FakeCourse.GOOD
                        .runningFor(Duration.ofSeconds(1))
                        .queuedFor(Duration.ZERO)
                        .endingAs("Error", "Error"));
        clock.forward(Duration.ofMinutes(3));
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        assertThat(resubmissions().request(TRACK, ALICE, false).did()).isEqualTo(Did.UNCLEAR);
        turnAfter(Duration.ofMinutes(1));
        assertThat(only().state()).isEqualTo(AttemptState.INTENT);
    }

    @Test
    void shouldNotTakeARunForItsOwnThatWasStartedMuchLater() {
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        launch();
        tenable.repair();
        clock.forward(Duration.ofHours(2));
        tenable.run("7", clock.instant(), FakeCourse.GOOD);
        turnAfter(Duration.ofMinutes(5));
        assertThat(only().state()).isEqualTo(AttemptState.NOT_LAUNCHED);
        assertThat(only().words()).contains("G1");
        assertThat(tenable.results()).isEqualTo(1);
    }

    @Test
    void shouldWaitForTheSourceBeforeItLaunchesOnceMore() {
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        launch();
        tenable.on(Operation.DEFINITIONS, exchange -> exchange.close());
        turnAfter(Duration.ofMinutes(11));
        assertThat(only().state()).isEqualTo(AttemptState.INTENT);
        tenable.repair();
        turnAfter(Duration.ofMinutes(1));
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(tenable.results()).isEqualTo(1);
    }

    @Test
    void shouldLaunchOnceMoreIfNoRunIsThereAfterAWhileAndThenGiveUp() {
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        launch();
        turnAfter(Duration.ofMinutes(9));
        assertThat(launches()).isEqualTo(1);
        turnAfter(Duration.ofMinutes(1));
        assertThat(launches()).isEqualTo(2);
        turnAfter(Duration.ofMinutes(10));
        turnAfter(Duration.ofMinutes(10));
        assertThat(launches()).isEqualTo(2);
        assertThat(only().state()).isEqualTo(AttemptState.LOST);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).steps()).hasSize(2);
    }

    @Test
    void shouldNotLaunchOnceMoreIfAGuardRefusesByThen() {
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        launch();
        settings = settings(false, false, 1);
        turnAfter(Duration.ofMinutes(11));
        assertThat(launches()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(AttemptState.NOT_LAUNCHED);
        assertThat(alarms).hasSize(1);
        assertThat(alarms.get(0).words()).contains("switched off");
    }

    @Test
    void shouldNotLaunchOnceMoreInADryRun() {
        tenable.on(Operation.LAUNCH, LoopbackServer.cutting("{"));
        launch();
        settings = settings(true, true, 1);
        turnAfter(Duration.ofMinutes(11));
        assertThat(launches()).isEqualTo(1);
        assertThat(only().state()).isEqualTo(AttemptState.NOT_LAUNCHED);
    }

    @Test
    void shouldConcludeNothingWhileTheSourceDoesNotAnswer() {
        launch();
        tenable.on(Operation.RESULT, exchange -> exchange.close());
        assertThat(turnAfter(Duration.ofHours(1)).problems()).hasSize(1);
        assertThat(only().state()).isEqualTo(AttemptState.LAUNCHED);
        assertThat(alarms).isEmpty();
        tenable.repair();
        turnAfter(Duration.ofMinutes(1));
        assertThat(only().state()).isEqualTo(AttemptState.SCANNING);
    }

    @Test
    void shouldTellAgainIfNobodyCouldBeTold() {
        tenable.launchesGo(FakeCourse.NEVER_STARTS);
        launch();
        clock.forward(Duration.ofMinutes(31));
        ResubmissionSetup setup = new ResubmissionSetup(
                settings, Map.of("nessus", tenableRuns()), Map.of(), List.of(), StartRules.DEFAULT, controllers);
        new Resubmissions(setup, ledger, track -> Optional.empty(), attempt -> false, clock).turn(clock.instant());
        assertThat(only().state()).isEqualTo(AttemptState.NEVER_STARTED);
        turnAfter(Duration.ofMinutes(1));
        assertThat(alarms).hasSize(1);
        turnAfter(Duration.ofMinutes(1));
        assertThat(alarms).hasSize(1);
    }
}
