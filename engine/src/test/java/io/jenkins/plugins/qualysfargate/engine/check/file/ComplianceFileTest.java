package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceFileTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    /** Two monitors with a schedule that the defaults have. */
    private static final String TWO = Sample.START + """
            defaults: {schedule: %s}
            monitors:
              - {id: one, source: nessus, select: {all: true}}
              - {id: two, source: nessus, select: {all: true}}
            """;

    private static Instant firstDue(String schedule) {
        Timing timing = Sample.monitor(schedule).timing();
        assertThat(timing).isInstanceOf(Timing.Own.class);
        Schedule own = ((Timing.Own) timing).schedule();
        return own.next(NEW_YEAR).orElseThrow();
    }

    @Test
    void shouldTakeDefaultsForWhatIsNotSaid() {
        Monitor monitor = Sample.monitor("");

        assertThat(monitor.windows()).isEqualTo(Windows.DEFAULT);
        assertThat(monitor.thresholds()).isEqualTo(Thresholds.DEFAULT);
        assertThat(monitor.timing()).isEqualTo(new Timing.OfSource());
        assertThat(monitor.care()).isEqualTo(new Care("", "https://w/", Urgency.ERROR, "default", null, null));
        assertThat(monitor.enabled()).isTrue();
        assertThat(monitor.huge()).isFalse();
    }

    @Test
    void shouldTellAllChannelsWhereThereIsNoEscalation() {
        ComplianceSettings settings = Sample.settings(
                Sample.with("").replace("channels:\n", "channels:\n  - {id: beat, type: heartbeat, credentials: b}\n"));

        assertThat(settings.escalations()).containsExactly(Escalation.once("default", List.of("pager")));
    }

    @Test
    void shouldGiveSourcesTheCareOfTheDefaults() {
        ComplianceSettings settings = Sample.settings(Sample.with("defaults: {owner: squad, urgency: warning}"));

        assertThat(settings.sources())
                .allSatisfy(each -> assertThat(each.care().owner()).isEqualTo("squad"));
        assertThat(settings.monitors().get(0).care().urgency()).isEqualTo(Urgency.WARNING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "schedule: '30 2 * * *'                                             | 2026-01-01T02:30:00Z",
                "schedule: {cron: '30 2 * * *', time-zone: America/New_York}         | 2026-01-01T07:30:00Z",
                "schedule: \"TZ=Asia/Tokyo\\n30 2 * * *\"                            | 2026-01-01T17:30:00Z",
                "schedule: {rrule: FREQ=WEEKLY;BYDAY=SA, start: 2026-01-03T02:00}    | 2026-01-03T02:00:00Z",
                "schedule: {every: 36h, start: 2026-01-01T12:00+02:00}               | 2026-01-01T10:00:00Z",
                "schedule: {every: 24h, start: 2025-06-01T02:00, time-zone: Europe/Berlin} | 2026-01-02T00:00:00Z"
            })
    void shouldReadSchedules(String schedule, Instant due) {
        assertThat(firstDue(schedule.strip())).isEqualTo(due);
    }

    @Test
    void shouldHangSchedulesInTheTimeZoneOfTheFile() {
        ComplianceSettings settings = Sample.settings(
                Sample.withMonitor("schedule: '30 2 * * *', since: 2026-02-01") + "time-zone: America/New_York");

        assertThat(settings.monitors().get(0).since()).isEqualTo(Instant.parse("2026-02-01T05:00:00Z"));
        assertThat(((Timing.Own) settings.monitors().get(0).timing()).schedule().next(NEW_YEAR))
                .contains(Instant.parse("2026-01-01T07:30:00Z"));
    }

    @Test
    void shouldSpreadMonitorsThatShareAScheduleWithH() {
        List<Timing> timings = Sample.settings(TWO.formatted("'H H * * *'")).monitors().stream()
                .map(Monitor::timing)
                .toList();

        assertThat(timings).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{id: 14}               | true",
                "{id: '14'}             | true",
                "{name: ALC_Prod_import} | true",
                "{glob: 'ALC_*_import'} | true",
                "{regex: 'ALC_.*'}      | true",
                "{regex: 'ALC'}         | false",
                "{tag: prod}            | true",
                "{all: true}            | true"
            })
    void shouldSelect(String select, boolean chosen) {
        Selector selector = Sample.settings(Sample.with("").replace("{all: true}", select))
                .monitors()
                .get(0)
                .selector();

        assertThat(selector.chooses(
                        new Subject("14", "ALC_Prod_import", java.util.Set.of("prod"), null, null, null, null, null)))
                .isEqualTo(chosen);
    }

    @Test
    void shouldLetUnsaidWindowsFollowTheSaidOnes() {
        assertThat(Sample.monitor("windows: {finish: 30m}").windows())
                .returns(Duration.ofMinutes(30), Windows::maxRuntime)
                .returns(Duration.ofMinutes(30), Windows::startGrace);
        assertThat(Sample.monitor("windows: {max-runtime: 30h}").windows())
                .returns(Duration.ofHours(30), Windows::finish);
    }

    @Test
    void shouldInheritWindowsKeyByKey() {
        ComplianceSettings settings = Sample.settings(
                Sample.withMonitor("windows: {grace: 3h}") + "defaults: {windows: {grace: 5h, stall: 4h}}");

        assertThat(settings.monitors().get(0).windows())
                .returns(Duration.ofHours(3), Windows::grace)
                .returns(Duration.ofHours(4), Windows::stall);
    }

    @Test
    void shouldTellAllProblemsAtOnceInTheOrderOfTheFile() {
        String text = Sample.START.replace("https://sc", "http://sc") + """
                escalations:
                  - {id: squad, tiers: [{channels: [pagr]}]}
                monitors:
                  - {id: daily, source: nesus, select: {glob: "*"}, windows: {finish: 1h, max-runtime: 2h}}
                  - {id: daily, source: nessus, selekt: {}}
                """;

        assertThat(Sample.problems(text))
                .containsExactly(
                        "check.yaml:3:41: sources[0].url: would send credentials where everybody can read them: write https",
                        "check.yaml:8:37: escalations[0].tiers[0].channels[0]: there is no channel 'pagr'. Did you mean 'pager'?"
                                + " Valid are pager.",
                        "check.yaml:10:25: monitors[0].source: there is no source 'nesus'. Did you mean 'nessus'? Valid are"
                                + " nessus, coverage.",
                        "check.yaml:10:62: monitors[0].windows: contradict one another: a run may take 2h (max-runtime), but"
                                + " must have ended 1h after it is due (finish)",
                        "check.yaml:11:5: monitors[1].select: is missing: it says which scans are meant, for example select:"
                                + " {all: true}",
                        "check.yaml:11:10: monitors[1].id: is the id of an earlier monitor too; give each its own",
                        "check.yaml:11:33: monitors[1].selekt: is not a key that a compliance check has here. Did you mean"
                                + " 'select'? Valid are id, source, select, schedule, dst, windows, min-coverage,"
                                + " baseline-runs, fail-after, recover-after, owner, runbook, urgency, escalation,"
                                + " other-team, comply-within, since, tags, enabled, huge, name-must.");
    }

    @Test
    void shouldTellABadDefaultScheduleOnce() {
        assertThat(Sample.problems(TWO.formatted("every day")))
                .singleElement()
                .asString()
                .startsWith("check.yaml:7:22: defaults.schedule: ");
    }

    @Test
    void shouldSayWhereADefaultScheduleDoesNotFit() {
        String text = TWO.formatted("'0 2 * * *'").replace("two, source: nessus", "two, source: coverage");

        assertThat(Sample.problems(text))
                .containsExactly(
                        "check.yaml:10:5: monitors[1].schedule: is that of the defaults, and cannot be kept: a source"
                                + " of this type has states and no runs; write schedule: continuous");
    }

    @Test
    void shouldAllowEarlyRunsUpToHalfOfTheShortestPeriod() {
        String twice = "schedule: '0 2,3 * * *', windows: {early: %s}";

        assertThat(Sample.problems(Sample.withMonitor(twice.formatted("30m")))).isEmpty();
        assertThat(Sample.problems(Sample.withMonitor(twice.formatted("31m"))))
                .singleElement()
                .asString()
                .contains("windows.early", "Write at most 30m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:8080/x",
                "https://sc.example.com/console"
            })
    void shouldTalkInTheClearToThisMachineOnly(String url) {
        assertThat(Sample.problems(Sample.with("").replace("https://sc.example.com", "'" + url + "'")))
                .isEmpty();
    }

    @Test
    void shouldWarnOfWhatIsProbablyNotMeant() {
        String text = """
                version: 1
                sources:
                  - {id: nessus, type: tenable-sc, url: https://sc.example.com, credentials: tenable}
                  - {id: other, type: guardduty, regions: [us-east-1]}
                channels:
                  - {id: pager, type: pagerduty, credentials: key}
                  - {id: chat, type: webhook, credentials: chat}
                  - {id: mail, type: email, server: smtp://mail, from: a@b.c, to: [d@e.f], ticket: {team: them, assignment-group: g}}
                escalations:
                  - {id: squad, tiers: [{channels: [pager]}]}
                  - {id: unused, tiers: [{channels: [pager]}]}
                maintenance:
                  - {id: typo, reason: r, from: 2026-01-01, until: 2026-01-02, match: {monitor: "dialy*"}}
                  - {id: fine, reason: r, from: 2026-01-01, until: 2026-01-02, match: {monitor: "dail*"}}
                defaults: {escalation: squad}
                monitors:
                  - {id: daily, source: nessus, select: {all: true}, schedule: "0 2 * * *", comply-within: 12h, enabled: false}
                """;

        assertThat(Sample.warnings(text))
                .containsExactly(
                        "Named by no monitor and no source: escalation unused.",
                        "Named by no tier, so that nobody is told there: channel chat, mail.",
                        "Looked at although no monitor expects anything there: source other.",
                        "Without a runbook, so that people hear of a failure and not what to do: monitor daily.",
                        "comply-within is shorter than the time from one due time to the next: monitor daily.",
                        "Writes tickets for a team that no monitor has as its other-team: channel mail.",
                        "All monitors are switched off: nothing is owed.",
                        "Maintenance window typo excuses nothing: no monitor of this name, tag or source is there.");
    }

    @Test
    void shouldWarnThatNobodyIsTold() {
        String text = Sample.with("").replaceAll("channels:\n.*\n", "");

        assertThat(Sample.settings(text).escalations()).isEmpty();
        assertThat(Sample.warnings(text)).anySatisfy(it -> assertThat(it).startsWith("There is no channel"));
    }
}
