package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.FIRST_DUE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.due;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlindSourceTest {
    private final WatchedScans scans = WatchedScans.daily();

    private static Instant after(double hours) {
        return FIRST_DUE.plus(Duration.ofMinutes((long) (hours * 60)));
    }

    @Test
    void shouldSayUnknownAndNotMissedWhenTheSourceCannotBeSeenOverTheDeadline() {
        scans.look(after(-0.2)).blind(after(2));

        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
        assertThat(scans.since()).isEqualTo(after(1));
        assertThat(scans.latest().now().reason()).contains("It timed out.");
        assertThat(scans.standing().alarmed()).isTrue();
    }

    @Test
    void shouldWaitALittleForASourceThatAnsweredJustNow() {
        scans.look(after(0.95)).blind(after(1.1));

        assertThat(scans.state()).isEqualTo(OccurrenceState.DUE);
    }

    @Test
    void shouldGiveTheTrueVerdictWithItsOriginalTimesWhenTheSourceIsBack() {
        scans.blind(after(2)).blind(after(12));
        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);

        scans.run("r1", after(0.1), RunState.COMPLETED, after(2)).look(after(13));
        assertThat(scans.state()).isEqualTo(OccurrenceState.OK);
        assertThat(scans.since()).isEqualTo(after(2));
        assertThat(scans.latest().first()).isNull();
        assertThat(scans.standing().alarmed()).isFalse();
    }

    @Test
    void shouldStampAMissThatIsSeenOnlyAfterwardsAtItsDeadline() {
        scans.blind(after(2)).blind(after(12)).look(after(13));

        assertThat(scans.state()).isEqualTo(OccurrenceState.MISSED);
        assertThat(scans.since()).isEqualTo(after(10));
    }

    @Test
    void shouldKeepWhatIsSettledWhileBlind() {
        scans.run("r1", after(0.1), RunState.COMPLETED, after(2)).look(after(3)).blind(after(5));

        assertThat(scans.state()).isEqualTo(OccurrenceState.OK);
    }

    @Test
    void shouldNotTellWhatTheSourceDoesNotKeepAnyLonger() {
        scans.coversFrom = after(20);
        scans.look(after(21));

        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
    }

    @Test
    void shouldReportAMonitorWhoseSourceNeverAnswered() {
        Watch watch = new Watch(
                List.of(WatchedScans.monitor(new Timing.Own(WatchedScans.cron("0 2 * * *")))),
                Map.of("sc", Duration.ofMinutes(15)),
                OwedFrom.SEEN);
        watch.hear(new Look.Blind("sc", after(0), "It refused the login.", "Renew the key.", true));
        watch.advance(after(0), Excuse.NONE);

        assertThat(watch.standings()).singleElement().satisfies(standing -> {
            assertThat(standing.verdict()).isEqualTo(OccurrenceState.MISCONFIGURED);
            assertThat(standing.alarmed()).isTrue();
        });
    }

    @Test
    void shouldGoOnAfterARestartWithWhatIsRemembered() {
        scans.run("r1", after(0.1), RunState.RUNNING, null).look(after(1.5));
        Standing before = scans.standing();
        Watch restarted = new Watch(List.of(before.monitor()), Map.of("sc", Duration.ofMinutes(15)), OwedFrom.SEEN);
        Track track = scans.last.tracks().get(scans.last.tracks().size() - 1);
        restarted.remember("sc", new Sight(after(1.5), Instant.EPOCH, null, "", Duration.ZERO));
        restarted.remember(track, "sc", List.of(before.latest()));
        scans.watch = restarted;

        scans.blind(after(1.6));
        assertThat(scans.state()).isEqualTo(OccurrenceState.RUNNING);
        scans.blind(after(7));
        assertThat(scans.state()).isEqualTo(OccurrenceState.UNKNOWN);
        scans.run("r1", after(0.1), RunState.COMPLETED, after(3)).look(due(0).plus(Duration.ofHours(8)));
        assertThat(scans.state()).isEqualTo(OccurrenceState.OK);
    }
}
