package io.jenkins.plugins.qualysfargate.engine.resubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyStartTest {
    private static final MakeUpAttempt LAUNCHED = CaseDraft.attempt("7", "3", CaseDraft.DUE, CaseDraft.NOW);
    private static final MakeUpAttempt SCANNING = LAUNCHED.now(AttemptState.SCANNING, "It scans.");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private static RunLook look(RunState state, boolean begun) {
        return new RunLook(state, begun, state.name(), "");
    }

    private static StartVerdict.Kind judge(
            MakeUpAttempt attempt, @Nullable RunLook look, boolean busy, Duration after) {
        return VerifyStart.judge(attempt, look, busy, StartRules.DEFAULT, CaseDraft.NOW.plus(after))
                .kind();
    }

    @Test
    void shouldWaitHalfAnHourForTheFirstHost() {
        RunLook preparing = look(RunState.RUNNING, false);
        assertThat(judge(LAUNCHED, preparing, false, HALF_AN_HOUR.minusSeconds(1)))
                .isEqualTo(StartVerdict.Kind.WAITING);
        assertThat(judge(LAUNCHED, preparing, false, HALF_AN_HOUR)).isEqualTo(StartVerdict.Kind.NEVER_STARTED);
        assertThat(judge(LAUNCHED, look(RunState.RUNNING, true), false, HALF_AN_HOUR))
                .isEqualTo(StartVerdict.Kind.SCANNING);
    }

    @Test
    void shouldTolerateAQueueOnlyWhileTheZoneIsBusy() {
        RunLook queued = look(RunState.QUEUED, false);
        assertThat(judge(LAUNCHED, queued, true, Duration.ofHours(9)))
                .isEqualTo(StartVerdict.Kind.QUEUED_BEHIND_OTHERS);
        assertThat(judge(LAUNCHED, queued, false, HALF_AN_HOUR)).isEqualTo(StartVerdict.Kind.NEVER_STARTED);
        assertThat(judge(LAUNCHED, look(RunState.PAUSED, false), true, HALF_AN_HOUR))
                .isEqualTo(StartVerdict.Kind.NEVER_STARTED);
    }

    @Test
    void shouldNotTakeAWordThatIsNotKnownForScanning() {
        assertThat(judge(LAUNCHED, look(RunState.UNRECOGNISED, false), false, Duration.ZERO))
                .isEqualTo(StartVerdict.Kind.WAITING);
        assertThat(judge(LAUNCHED, look(RunState.UNRECOGNISED, false), false, HALF_AN_HOUR))
                .isEqualTo(StartVerdict.Kind.NEVER_STARTED);
    }

    @Test
    void shouldTellARunThatEndedFromOneThatNeverScanned() {
        assertThat(judge(LAUNCHED, look(RunState.COMPLETED, true), false, HALF_AN_HOUR))
                .isEqualTo(StartVerdict.Kind.FINISHED);
        assertThat(judge(LAUNCHED, look(RunState.COMPLETED, false), false, Duration.ZERO))
                .isEqualTo(StartVerdict.Kind.NEVER_STARTED);
        assertThat(judge(LAUNCHED, look(RunState.FAILED, false), true, Duration.ZERO))
                .isEqualTo(StartVerdict.Kind.NEVER_STARTED);
        assertThat(judge(LAUNCHED, null, false, Duration.ZERO)).isEqualTo(StartVerdict.Kind.NEVER_STARTED);
        assertThat(judge(SCANNING, null, false, Duration.ZERO)).isEqualTo(StartVerdict.Kind.FINISHED);
    }
}
