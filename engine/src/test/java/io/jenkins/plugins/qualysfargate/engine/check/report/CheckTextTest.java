package io.jenkins.plugins.qualysfargate.engine.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-08T07:30:00Z");

    private static Standing standing(String name, OccurrenceState state, String reason) {
        Monitor monitor = new Monitor(
                "daily",
                "nessus",
                new Selector.Everything(),
                new Timing.OfSource(),
                Windows.DEFAULT,
                Thresholds.DEFAULT,
                new Care("platform", "https://wiki.example/runbook", Urgency.ERROR, "default", null, null),
                null,
                Set.of(),
                true,
                false,
                null);
        Judgement judgement = new Judgement(state, DUE, reason, "Run it again.", null);
        Occurrence occurrence =
                new Occurrence(new OccurrenceKey("daily", name, DUE, "x"), name, judgement, null, null, true);
        boolean bad = state.alarming();
        return new Standing(
                monitor, name, name, null, MonitorState.DOWN, occurrence, bad ? occurrence : null, DUE, bad, null, null);
    }

    private static CheckOutcome outcome(@Nullable String blind, Standing... standings) {
        SourceView source = new SourceView("nessus", NOW, null, blind, "Mend it.", null, List.of());
        return new CheckOutcome(NOW, List.of(standings), List.of(source), List.of(), NOW);
    }

    private static List<String> lines(CheckOutcome outcome) {
        return new CheckText(outcome, ZoneId.of("America/New_York")).lines();
    }

    @Test
    void shouldListNamesAsTheRunbookDoes() {
        List<String> lines = lines(outcome(
                null,
                standing("ALC_all_envs_public_import", OccurrenceState.FAILED, "It failed."),
                standing("ALC_Dev_MON01_private_import", OccurrenceState.OK, ""),
                standing("ALC_Prod_WDC06_private_import", OccurrenceState.MISSED, "It did not run.")));

        assertThat(lines)
                .startsWith(
                        "The following scans are identified as failing and need investigation:",
                        "[ALC_all_envs_public_import ALC_Prod_WDC06_private_import]");
    }

    @Test
    void shouldSayMomentsInTheZoneThatIsAskedFor() {
        assertThat(lines(outcome(null, standing("a", OccurrenceState.FAILED, "It failed."))))
                .anyMatch(line -> line.contains("since 2026-03-08 03:30 America/New_York"));
    }

    @Test
    void shouldListNothingIfAllIsWell() {
        assertThat(lines(outcome(null, standing("a", OccurrenceState.OK, ""))))
                .containsExactly("1 scans watched: 1 good, 0 pending, 0 failing, 0 unknown, 0 exempt. All is well.");
    }

    @Test
    void shouldNotCallItWellWhenASourceDoesNotAnswerOrNothingIsWatched() {
        assertThat(lines(outcome("It timed out.", standing("a", OccurrenceState.OK, ""))))
                .last()
                .asString()
                .endsWith("Nobody can tell whether all is well.");
        assertThat(lines(outcome(null))).last().asString().endsWith("Nobody can tell whether all is well.");
    }

    @Test
    void shouldLetNoNameMoveTheCursorOrBreakALine() {
        assertThat(lines(outcome(null, standing("a\u001b[2J\nb\u202e", OccurrenceState.FAILED, "no\r\nway"))))
                .noneMatch(line -> line.matches(".*[\\p{Cntrl}\u202e].*"));
    }
}
