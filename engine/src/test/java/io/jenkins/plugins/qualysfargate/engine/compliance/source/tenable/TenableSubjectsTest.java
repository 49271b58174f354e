package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenableSubjectsTest extends TenableRig {
    @Test
    void shouldNameADefinitionWithItsZoneItsTagsAndItsDueTimes() {
        tenable.define("7", "ALC_Prod_WDC06_private_import")
                .inZone("3", "ALC_Prod_WDC06_SZ")
                .ical(
                        "TZID=America/New_York:20260101T203000",
                        "FREQ=DAILY;INTERVAL=1",
                        Instant.parse("2026-03-05T01:30:00Z"));
        Subject subject = subject(observe(), "7");
        assertThat(subject.name()).isEqualTo("ALC_Prod_WDC06_private_import");
        assertThat(subject.zoneId()).isEqualTo("3");
        assertThat(subject.tags())
                .containsExactlyInAnyOrder("zone:ALC_Prod_WDC06_SZ", "repository:Default", "policy:Full Safe Scan");
        assertThat(subject.disabledBecause()).isNull();
        assertThat(subject.scheduleProblem()).isNull();
        assertThat(schedule(subject).next(NOW)).contains(Instant.parse("2026-03-05T01:30:00Z"));
        assertThat(schedule(subject).disagreement()).isEmpty();
        assertThat(subject.existsSince()).isEqualTo(Instant.ofEpochSecond(1_545_177_469));
    }

    @Test
    void shouldKeepWhatTheServerSaysOfItsNextRun() {
        tenable.define("7", "x")
                .ical(
                        "TZID=America/New_York:20260101T203000",
                        "FREQ=DAILY;INTERVAL=1",
                        Instant.parse("2026-03-05T02:30:00Z"));
        assertThat(schedule(subject(observe(), "7")).disagreement()).isPresent();
    }

    @Test
    void shouldTellApartDefinitionsOfOneNameAndNameEachOnce() {
        tenable.define("1", "Daily Internal Scan");
        tenable.define("2", "Daily Internal Scan");
        assertThat(observe().subjects()).extracting(Subject::id).containsExactly("1", "2");
    }

    @Test
    void shouldNotKnowTheZoneOfWhatGoesToAnyZone() {
        tenable.define("7", "x").inZone("0", "All Zones");
        tenable.define("8", "y");
        Observation observation = observe();
        assertThat(subject(observation, "7").zoneId()).isNull();
        assertThat(subject(observation, "8").zoneId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"template", "never", "rollover"})
    void shouldOweNothingForWhatNeverRunsByItself(String type) {
        tenable.define("7", "x").type(type);
        assertThat(subject(observe(), "7").disabledBecause()).isNotNull();
    }

    @Test
    void shouldOweNothingForWhatSomebodyHasSwitchedOff() {
        tenable.define("7", "x").switchedOff();
        assertThat(subject(observe(), "7").disabledBecause()).isEqualTo("switched off");
    }

    @Test
    void shouldLeaveToTheMonitorWhenIsDueWhatSomebodyElseStarts() {
        tenable.define("7", "x").type("now");
        Subject subject = subject(observe(), "7");
        assertThat(subject.disabledBecause()).isNull();
        assertThat(schedule(subject).next(NOW)).isEmpty();
    }

    @Test
    void shouldReportAScheduleThatCannotBeRead() {
        tenable.define("7", "x").ical("20260101T203000", "FREQ=DAILY", NOW);
        tenable.define("8", "y").type("whenever");
        Observation observation = observe();
        assertThat(subject(observation, "7").schedule()).isNull();
        assertThat(subject(observation, "7").scheduleProblem()).contains("time zone");
        assertThat(subject(observation, "8").scheduleProblem()).contains("whenever");
    }

    @Test
    void shouldOweADependentScanWheneverItsParentHasCompleted() {
        tenable.define("7", "parent");
        tenable.define("14", "child").dependsOn("7");
        Instant early = NOW.minus(Duration.ofDays(2));
        tenable.run("7", early, FakeCourse.GOOD);
        tenable.run("7", NOW.minus(Duration.ofDays(1)), FakeCourse.GOOD.endingAs("Error", "No Results"));
        tenable.run("7", NOW.minus(Duration.ofMinutes(30)), FakeCourse.GOOD);
        Subject child = subject(observe(), "14");
        assertThat(child.disabledBecause()).isNull();
        assertThat(schedule(child).occurrences(NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(9))))
                .containsExactly(early.plus(Duration.ofMinutes(126)));
    }

    @Test
    void shouldKnowThatAParentHasCompletedWhichBeganBeforeTheWindow() {
        tenable.define("7", "parent");
        tenable.define("14", "child").dependsOn("7");
        Instant begun = NOW.minus(Duration.ofDays(5));
        tenable.run("7", begun, FakeCourse.GOOD.runningFor(Duration.ofDays(4)));
        assertThat(schedule(subject(observe(), "14")).previous(NOW))
                .contains(begun.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(6)));
    }

    @Test
    void shouldReportADependentScanWhoseParentIsGone() {
        tenable.define("14", "child").dependsOn("7");
        assertThat(subject(observe(), "14").scheduleProblem()).contains("id 7").contains("is not there");
    }

    @Test
    void shouldNeverAskForTheCredentialsOfScans() {
        tenable.define("7", "x");
        observe();
        assertThat(tenable.calls())
                .filteredOn(each -> each.contains("/rest/scan?") || each.contains("/rest/scanResult"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).contains("fields=").doesNotContain("policyPrefs"));
    }

    private static Schedule schedule(Subject subject) {
        return Objects.requireNonNull(subject.schedule(), "no schedule: " + subject.scheduleProblem());
    }
}
