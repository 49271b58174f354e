package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.*;
import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.FIRST_DUE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.due;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccurrenceStatesTest {
    private final WatchedScans scans = WatchedScans.daily();

    private static Instant after(double hours) {
        return FIRST_DUE.plus(Duration.ofMinutes((long) (hours * 60)));
    }

    @Test
    void shouldOweNothingBeforeTheMonitorWasThere() {
        scans.look(after(-1));

        assertThat(scans.standing().state()).isEqualTo(MonitorState.NEW);
        assertThat(scans.standing().nextDue()).isEqualTo(FIRST_DUE);
    }

    @Test
    void shouldBeDueWithinTheGraceToStart() {
        scans.look(after(0.5));

        assertThat(scans.state()).isEqualTo(DUE);
        assertThat(scans.standing().alarmed()).isFalse();
    }

    @Test
    void shouldBeLateAfterTheGraceAndMissedAfterTheWindowEachStampedAtItsDeadline() {
        scans.look(after(1.5));
        assertThat(scans.state()).isEqualTo(LATE);
        assertThat(scans.since()).isEqualTo(after(1));

        scans.look(after(11));
        assertThat(scans.state()).isEqualTo(MISSED);
        assertThat(scans.since()).isEqualTo(after(10));
        assertThat(scans.standing().alarmed()).isTrue();
    }

    @Test
    void shouldBeOkWhenItRanAndWasImportedInItsWindow() {
        scans.run("r1", after(0.1), RunState.COMPLETED, after(3)).look(after(4));

        assertThat(scans.state()).isEqualTo(OK);
        assertThat(scans.standing().state()).isEqualTo(MonitorState.UP);
        assertThat(scans.standing().lastSuccess()).isEqualTo(after(3));
    }

    @Test
    void shouldTakeARunThatWasCreatedALittleEarly() {
        scans.run("r1", after(-0.4), RunState.COMPLETED, after(1)).look(after(2));

        assertThat(scans.state()).isEqualTo(OK);
    }

    @Test
    void shouldNotTakeARunFromLongBefore() {
        scans.run("r1", after(-2), RunState.COMPLETED, after(-1)).look(after(2));

        assertThat(scans.state()).isEqualTo(LATE);
    }

    @Test
    void shouldCallALateStartSoAndKeepItOnRecord() {
        scans.run("r1", after(2), RunState.RUNNING, null).look(after(3));
        assertThat(scans.state()).isEqualTo(RUNNING_LATE);

        scans.run("r1", after(2), RunState.COMPLETED, after(4)).look(after(5));
        assertThat(scans.state()).isEqualTo(OK);
        assertThat(scans.first()).isEqualTo(LATE);
    }

    @Test
    void shouldCallARunOverItsTimeStillInProgressAndNotMissed() {
        scans.run("r1", after(0), RunState.RUNNING, null, ImportState.PENDING, Reach.UNSAID)
                .look(after(7));

        assertThat(scans.state()).isEqualTo(OVERRUN);
        assertThat(scans.since()).isEqualTo(after(6));
        assertThat(scans.latest().now().reason()).contains("still in progress");
    }

    @Test
    void shouldEndAnOverrunWellAsOkLate() {
        scans.run("r1", after(0), RunState.RUNNING, null).look(after(7));
        scans.run("r1", after(0), RunState.COMPLETED, after(8)).look(after(9));

        assertThat(scans.state()).isEqualTo(OK_LATE);
        assertThat(scans.first()).isEqualTo(OVERRUN);
        assertThat(scans.standing().alarmed()).isFalse();
    }

    @Test
    void shouldStallWhenItDoesNotGetOn() {
        scans.run("r1", after(0), RunState.RUNNING, null, ImportState.PENDING, new Reach(100L, 5L, 5L))
                .look(after(1));
        scans.look(after(3.9));
        assertThat(scans.state()).isEqualTo(RUNNING);

        scans.look(after(4.1));
        assertThat(scans.state()).isEqualTo(STALLED);
        assertThat(scans.since()).isEqualTo(after(4));
    }

    @Test
    void shouldStallWhenAQueuedRunNeverStarts() {
        scans.run("r1", after(0), RunState.QUEUED, null, ImportState.PENDING, Reach.UNSAID)
                .look(after(3.5));

        assertThat(scans.state()).isEqualTo(STALLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"FAILED", "STOPPED"})
    void shouldFailWhenTheRunDid(RunState ended) {
        scans.run("r1", after(0), ended, after(1)).look(after(2));

        assertThat(scans.state()).isEqualTo(FAILED);
        assertThat(scans.since()).isEqualTo(after(1));
    }

    @Test
    void shouldTellPartialFromFailed() {
        scans.run("r1", after(0), RunState.PARTIAL, after(1)).look(after(2));

        assertThat(scans.state()).isEqualTo(PARTIAL);
    }

    @Test
    void shouldNeverTakeAnUnknownWordForAnAnswer() {
        scans.run("r1", after(0), RunState.UNRECOGNISED, after(1)).look(after(2));

        assertThat(scans.state()).isEqualTo(UNKNOWN);
        assertThat(scans.standing().alarmed()).isTrue();
    }

    @Test
    void shouldWaitForTheImportAndThenReportIt() {
        scans.run("r1", after(0), RunState.COMPLETED, after(3), ImportState.PENDING, new Reach(9L, 9L, 9L));
        scans.look(after(4));
        assertThat(scans.state()).isEqualTo(IMPORT_PENDING);

        scans.look(after(5.5));
        assertThat(scans.state()).isEqualTo(IMPORT_FAILED);
        assertThat(scans.since()).isEqualTo(after(5));
    }

    @Test
    void shouldReportAnImportThatFailed() {
        scans.run("r1", after(0), RunState.COMPLETED, after(3), ImportState.FAILED, new Reach(9L, 9L, 9L));
        scans.look(after(4));

        assertThat(scans.state()).isEqualTo(IMPORT_FAILED);
    }

    @Test
    void shouldSuspectACompleteRunThatScannedNothing() {
        scans.run("r1", after(0), RunState.COMPLETED, after(3), ImportState.FINISHED, new Reach(2048L, 0L, 0L));
        scans.look(after(4));

        assertThat(scans.state()).isEqualTo(EMPTY_SUSPECT);
        assertThat(scans.latest().now().reason()).contains("0 of 2048");
    }

    @Test
    void shouldSuspectARunThatScannedFarLessThanUsual() {
        for (int day = 0; day < 4; day++) {
            scans.run("r" + day, due(day), RunState.COMPLETED, due(day).plusSeconds(3600));
            scans.look(due(day).plusSeconds(7200));
            assertThat(scans.state()).isEqualTo(OK);
        }
        scans.run(
                "r4",
                due(4),
                RunState.COMPLETED,
                due(4).plusSeconds(60),
                ImportState.FINISHED,
                new Reach(100L, 71L, 71L));
        scans.look(due(4).plusSeconds(7200));

        assertThat(scans.state()).isEqualTo(EMPTY_SUSPECT);
        assertThat(scans.latest().now().reason()).contains("usually it scans 90");
    }

    @Test
    void shouldNotBeOkWhenNobodySaysHowMuchWasScanned() {
        scans.run("r1", after(0), RunState.COMPLETED, after(3), ImportState.FINISHED, Reach.UNSAID);
        scans.look(after(4));

        assertThat(scans.state()).isEqualTo(UNKNOWN);
    }

    @Test
    void shouldRecoverByAMakeUpRunAndKeepTheFirstVerdict() {
        scans.run("r1", after(0), RunState.FAILED, after(1)).look(after(2));
        scans.run("r2", after(3), RunState.RUNNING, null).look(after(4));
        assertThat(scans.state()).isEqualTo(RECOVERING);

        scans.run("r2", after(3), RunState.COMPLETED, after(5)).look(after(6));
        assertThat(scans.state()).isEqualTo(RECOVERED);
        assertThat(scans.first()).isEqualTo(FAILED);
        assertThat(scans.standing().alarmed()).isFalse();
    }

    @Test
    void shouldSayThatTheMakeUpRunFailedAsWell() {
        scans.look(after(11));
        scans.run("r2", after(12), RunState.FAILED, after(13)).look(after(14));

        assertThat(scans.state()).isEqualTo(FAILED_AGAIN);
        assertThat(scans.first()).isEqualTo(MISSED);
    }

    @Test
    void shouldJoinARolloverWithItsParent() {
        scans.run("r1", after(0), RunState.PARTIAL, after(4), ImportState.FINISHED, new Reach(100L, 60L, 60L));
        scans.runs.put(
                "r2",
                new Run(
                        "r2",
                        "14",
                        after(4.5),
                        after(4.5),
                        after(5),
                        RunState.COMPLETED,
                        ImportState.FINISHED,
                        new Reach(40L, 40L, 40L),
                        "r1",
                        "Completed",
                        ""));
        scans.look(after(6));

        assertThat(scans.state()).isEqualTo(OK);
    }

    @Test
    void shouldStayInTroubleUntilALaterOneIsGood() {
        scans.look(due(1).minusSeconds(60));
        scans.look(due(1).plusSeconds(60));
        assertThat(scans.standing().alarmed()).isTrue();
        assertThat(scans.trouble().state()).isEqualTo(MISSED);

        scans.run("r1", due(1), RunState.COMPLETED, due(1).plusSeconds(600)).look(due(1).plusSeconds(700));
        assertThat(scans.standing().alarmed()).isFalse();
        assertThat(scans.standing().trouble()).isNull();
    }

    @Test
    void shouldExcuseInMaintenanceAndKeepTheJudgement() {
        scans.excuse = (monitor, name, zone, at) -> "network works, announced";
        scans.look(after(11));

        assertThat(scans.state()).isEqualTo(EXCUSED);
        assertThat(scans.latest().excused()).extracting(Judgement::state).isEqualTo(MISSED);
        assertThat(scans.standing().alarmed()).isFalse();
    }
}
