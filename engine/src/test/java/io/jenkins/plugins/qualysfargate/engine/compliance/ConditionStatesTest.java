package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.FIRST_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionStatesTest {
    private static final Instant BEGIN = FIRST_DUE;
    private final WatchedScans scans = new WatchedScans(WatchedScans.monitor(new Timing.Continuous()), BEGIN);

    private static Instant after(double hours) {
        return BEGIN.plus(Duration.ofMinutes((long) (hours * 60)));
    }

    private ConditionStatesTest is(Condition.Level level, @Nullable Instant since) {
        scans.conditions.clear();
        scans.conditions.add(new Condition("14", level, since, null, "Agent not reporting.", "Restart the task."));
        return this;
    }

    @Test
    void shouldFailOnlyWhenUnhealthyForLongerThanTheGraceAndStampItThere() {
        is(Condition.Level.HEALTHY, null);
        scans.look(after(0.2)).look(after(0.5)).look(after(1));
        assertThat(scans.standing().state()).isEqualTo(MonitorState.UP);

        is(Condition.Level.UNHEALTHY, after(2));
        scans.look(after(3));
        assertThat(scans.state()).isEqualTo(OccurrenceState.DUE);
        assertThat(scans.standing().alarmed()).isFalse();

        scans.look(after(7));
        assertThat(scans.state()).isEqualTo(OccurrenceState.FAILED);
        assertThat(scans.since()).isEqualTo(after(6));
    }

    @Test
    void shouldTrustARecoveryOnlyAfterTheDamping() {
        is(Condition.Level.UNHEALTHY, after(-9));
        scans.look(after(1));
        is(Condition.Level.HEALTHY, null);
        scans.look(after(2));
        assertThat(scans.state()).isEqualTo(OccurrenceState.FAILED);

        scans.look(after(2.5));
        assertThat(scans.standing().alarmed()).isFalse();
        assertThat(scans.state()).isEqualTo(OccurrenceState.RECOVERED);
    }

    @Test
    void shouldNotBeWellWhenTheSourceSaysNothing() {
        scans.look(after(1));

        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
    }

    @Test
    void shouldNotKnowWhenTheSourceCannotTell() {
        is(Condition.Level.UNCLEAR, null);
        scans.look(after(1));

        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
    }

    @Test
    void shouldTakeWhatWasSeenForTheGraceWhenBlindAndNoLonger() {
        is(Condition.Level.HEALTHY, null);
        scans.look(after(0.2)).look(after(0.5)).look(after(1)).blind(after(2));
        assertThat(scans.state()).isEqualTo(OccurrenceState.OK);

        scans.blind(after(5.5));
        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
        assertThat(scans.since()).isEqualTo(after(5));
    }

    @Test
    void shouldForgetWhatIsNotThereAnyMore() {
        is(Condition.Level.UNHEALTHY, after(-9));
        scans.look(after(1));
        scans.subjects.set(0, Subject.of("15", "another"));
        scans.look(after(2));

        assertThat(scans.last.dropped()).contains(new TrackKey("nightly", "14"));
        assertThat(scans.watch.standings()).noneMatch(each -> each.subjectId().equals("14"));
    }
}
