package io.jenkins.plugins.qualysfargate.engine.compliance;

import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.FIRST_DUE;
import static io.jenkins.plugins.qualysfargate.engine.compliance.WatchedScans.due;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonitorProblemTest {
    private static final Instant BEGIN = FIRST_DUE.minus(Duration.ofHours(12));

    @Test
    void shouldReportAMonitorThatWatchesNothingAndEndThatWhenItDoes() {
        WatchedScans scans = WatchedScans.daily();
        scans.subjects.clear();
        scans.watch = new Watch(
                List.of(WatchedScans.monitor(new Timing.Own(WatchedScans.cron("0 2 * * *")))),
                Map.of("sc", Duration.ofMinutes(15)),
                OwedFrom.SEEN);
        scans.look(BEGIN);
        assertThat(scans.watch.standings()).singleElement().satisfies(standing -> {
            assertThat(standing.verdict()).isEqualTo(OccurrenceState.MISCONFIGURED);
            assertThat(WatchedScans.trouble(standing).reason()).contains("watches nothing");
        });

        scans.subjects.add(Subject.of("14", "scan"));
        scans.look(BEGIN.plusSeconds(60)).look(BEGIN.plusSeconds(1200));
        assertThat(scans.watch.standings()).singleElement().satisfies(standing -> assertThat(standing.subjectId())
                .isEqualTo("14"));
    }

    @Test
    void shouldReportADefinitionThatIsGoneUntilItIsForgotten() {
        WatchedScans scans = WatchedScans.daily();
        scans.subjects.set(0, Subject.of("15", "another"));
        scans.look(BEGIN.plusSeconds(60));

        assertThat(scans.watch.standings())
                .filteredOn(standing -> standing.subjectId().equals("14"))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.alarmed()).isTrue();
                    assertThat(WatchedScans.trouble(standing).reason()).contains("does not name it any more");
                });
        assertThat(scans.watch.forget(new TrackKey("nightly", "14"))).isTrue();
        scans.look(BEGIN.plusSeconds(120));
        assertThat(scans.watch.standings())
                .noneMatch(standing -> standing.subjectId().equals("14"));
    }

    @Test
    void shouldReportAScheduleThatNobodyCanRead() {
        WatchedScans scans = new WatchedScans(WatchedScans.monitor(new Timing.OfSource()), BEGIN);
        scans.subjects.set(0, new Subject("14", "scan", Set.of(), null, null, "FREQ=SOMETIMES is no rule", null, null));
        scans.look(BEGIN.plusSeconds(60));

        assertThat(scans.standing().verdict()).isEqualTo(OccurrenceState.MISCONFIGURED);
        assertThat(scans.trouble().reason()).contains("FREQ=SOMETIMES");
    }

    @Test
    void shouldReportADefinitionThatWasOwedAndIsSwitchedOff() {
        WatchedScans scans = WatchedScans.daily();
        scans.run("r1", due(0), RunState.COMPLETED, due(0).plusSeconds(60)).look(due(0).plusSeconds(120));
        scans.subjects.set(0, new Subject("14", "scan", Set.of(), null, null, null, "switched off", null));
        scans.look(due(0).plusSeconds(600));

        assertThat(scans.standing().alarmed()).isTrue();
        assertThat(scans.trouble().reason()).contains("switched off");
    }

    @Test
    void shouldReportADefinitionThatIsSwitchedOffBeforeItWasEverDue() {
        WatchedScans scans = WatchedScans.daily();
        scans.subjects.set(0, new Subject("14", "scan", Set.of(), null, null, null, "switched off", null));
        scans.look(BEGIN.plusSeconds(60));

        assertThat(scans.standing().alarmed()).isTrue();
    }

    @Test
    void shouldOweNothingOfADefinitionThatWasNeverOn() {
        WatchedScans scans = WatchedScans.daily();
        scans.subjects.add(new Subject("99", "template", Set.of(), null, null, null, "a template", null));
        scans.look(due(0));
        scans.watch.touchAll();
        scans.look(due(1)).blind(due(2)).look(due(3));

        assertThat(scans.watch.standings())
                .filteredOn(standing -> standing.subjectId().equals("99"))
                .singleElement()
                .satisfies(standing -> assertThat(standing.verdict()).isEqualTo(OccurrenceState.NOT_APPLICABLE));
    }

    @Test
    void shouldReportNamesThatTheSourceWouldNotKeepResultsOf() {
        Monitor plain = WatchedScans.monitor(new Timing.Own(WatchedScans.cron("0 2 * * *")));
        Monitor strict = new Monitor(
                plain.id(),
                plain.source(),
                plain.selector(),
                plain.timing(),
                plain.windows(),
                plain.thresholds(),
                plain.care(),
                null,
                Set.of(),
                true,
                false,
                Pattern.compile(".*import"));
        WatchedScans scans = new WatchedScans(strict, BEGIN);
        assertThat(scans.watch.standings()).hasSize(1);

        scans.subjects.add(Subject.of("15", "ALC_Prod_WDC06_private"));
        scans.look(BEGIN.plusSeconds(60));
        assertThat(scans.watch.standings())
                .filteredOn(standing -> standing.subjectId().isEmpty())
                .singleElement()
                .satisfies(standing ->
                        assertThat(WatchedScans.trouble(standing).reason()).contains("ALC_Prod_WDC06_private"));
    }

    @Test
    void shouldCloseOldOccurrencesWhenTheScheduleChanges() {
        WatchedScans scans = new WatchedScans(WatchedScans.monitor(new Timing.OfSource()), BEGIN);
        Subject early = new Subject("14", "scan", Set.of(), null, WatchedScans.cron("0 2 * * *"), null, null, null);
        scans.subjects.set(0, early);
        scans.look(BEGIN.plusSeconds(60)).look(due(0).plusSeconds(60));
        assertThat(scans.state()).isEqualTo(OccurrenceState.DUE);

        scans.subjects.set(
                0, new Subject("14", "scan", Set.of(), null, WatchedScans.cron("0 20 * * *"), null, null, null));
        scans.look(due(0).plusSeconds(120)).look(due(0).plus(Duration.ofHours(12)));
        assertThat(scans.standing().alarmed()).isFalse();
        assertThat(scans.standing().nextDue()).isEqualTo(Instant.parse("2026-06-10T20:00:00Z"));
    }
}
