package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.FakeRegistries.Operation;
import io.jenkins.plugins.qualysfargate.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Qualys tells of registries, schedules, jobs, repositories and sensors, and what is made of it. */
@Timeout(60)
class QualysRegistrySourceTest extends RegistryRig {
    private static final Instant STARTED = Instant.parse("2026-01-22T02:30:05Z");
    private static final Instant ENDED = STARTED.plus(Duration.ofHours(1));

    @BeforeEach
    void start() {
        qualys.registry(HUB, "https://index.docker.io");
        qualys.sensor("REGISTRY", "Running", NOW.minusSeconds(60));
    }

    private ObjectNode schedule(String status) {
        return qualys.schedule(HUB, "sched-1", status);
    }

    private Run run() {
        assertThat(seen().runs()).hasSize(1);
        return seen().runs().get(0);
    }

    @Test
    void shouldTellOfAJobThatEndedWell() {
        schedule("Finished")
                .put("jobStartDate", FakeRegistries.millis(STARTED))
                .put("jobCompletionDate", FakeRegistries.millis(ENDED));

        assertThat(run().id()).isEqualTo("sched-1@" + STARTED.toEpochMilli());
        assertThat(run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(run().createdAt()).isEqualTo(STARTED);
        assertThat(run().finishedAt()).isEqualTo(ENDED);
        assertThat(subject("sched-1").name()).isEqualTo("docker.io/nightly sched-1");
        assertThat(subject("sched-1").zoneId()).isEqualTo(HUB);
        assertThat(subject("sched-1").tags()).containsExactlyInAnyOrder("schedule", "registry:docker.io");
        assertThat(condition("registry/" + HUB).level()).isEqualTo(Level.HEALTHY);
    }

    @Test
    void shouldNotBelieveAnEndWithoutADateOrBeforeItsBeginning() {
        ObjectNode schedule = schedule("Completed").put("jobStartDate", FakeRegistries.millis(STARTED));

        assertThat(run().state()).isEqualTo(RunState.UNRECOGNISED);
        schedule.put("jobCompletionDate", FakeRegistries.millis(STARTED.minusSeconds(1)));
        assertThat(run().state()).isEqualTo(RunState.UNRECOGNISED);
        assertThat(run().detail()).contains("before it began");
    }

    @ParameterizedTest
    @CsvSource({
        "Queued, QUEUED",
        "Running, RUNNING",
        "Paused, PAUSED",
        "Finished, COMPLETED",
        "COMPLETED, COMPLETED",
        "Error, FAILED",
        "Failed, FAILED",
        "Canceled, STOPPED",
        "BaselineCreated, QUEUED",
        "BaselineQueued, QUEUED",
        "BaselineRunning, RUNNING",
        "BaselineCompleted, RUNNING",
        "Unknown, UNRECOGNISED",
        "Sleeping, UNRECOGNISED",
        "'', UNRECOGNISED"
    })
    void shouldKnowTheWordsOfJobs(String word, RunState state) {
        ObjectNode schedule = schedule(word).put("jobStartDate", FakeRegistries.millis(STARTED));
        if (state == RunState.COMPLETED) {
            schedule.put("jobCompletionDate", FakeRegistries.millis(ENDED));
        }

        assertThat(run().state()).isEqualTo(state);
        assertThat(run().word()).isEqualTo(word);
    }

    @Test
    void shouldTellTheErrorsOfAJob() {
        schedule("Failed")
                .put("jobStartDate", FakeRegistries.millis(STARTED))
                .putArray("errors")
                .addObject()
                .put("errorCode", "REGISTRY-1")
                .put("errorMessage", "login\u0007 refused");

        assertThat(run().detail()).isEqualTo("REGISTRY-1: login  refused");
    }

    @Test
    void shouldOweNothingOfAScheduleThatHasNotRunYet() {
        schedule("Created");

        assertThat(seen().runs()).isEmpty();
        assertThat(subject("sched-1").existsSince()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void shouldNotTakeTheDatesOfTheJobBeforeForThoseOfOneThatWaits() {
        schedule("Queued")
                .put("jobStartDate", FakeRegistries.millis(STARTED))
                .put("jobCompletionDate", FakeRegistries.millis(ENDED))
                .put("updated", FakeRegistries.millis(ENDED.plusSeconds(60)));

        assertThat(run().createdAt()).isEqualTo(ENDED.plusSeconds(60));
        assertThat(run().startedAt()).isNull();
        assertThat(run().finishedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, '', 2026-01-23T02:30:00Z", "7, MONDAY, 2026-01-26T02:30:00Z", "7, sun, 2026-01-25T02:30:00Z"})
    void shouldKnowWhenAScheduleIsDue(int days, String weekDay, Instant next) {
        schedule("Created").put("scheduleScanIntervalInDays", days).put("weekDay", weekDay);

        Schedule schedule = Objects.requireNonNull(subject("sched-1").schedule());
        assertThat(schedule.next(NOW)).contains(next);
    }

    @ParameterizedTest
    @CsvSource({"1, '', ''", "1, '', noon", "1, '', 24:00", "7, '', 02:30", "10, '', 02:30", "7, Someday, 02:30"})
    void shouldSayWhenNobodyKnowsWhenItIsDue(int days, String weekDay, String time) {
        schedule("Created")
                .put("scheduleScanIntervalInDays", days)
                .put("weekDay", weekDay)
                .put("schedule", time);

        assertThat(subject("sched-1").schedule()).isNull();
        assertThat(subject("sched-1").scheduleProblem()).contains("schedule of its own");
    }

    @Test
    void shouldReportARegistryThatNothingScans() {
        assertThat(condition("registry/" + HUB).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition("registry/" + HUB).reason()).contains("no schedule");

        schedule("Created").put("onDemand", true);
        assertThat(condition("registry/" + HUB).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(subject("sched-1").disabledBecause()).contains("on demand");
    }

    @Test
    void shouldReportARepositoryWhoseNewestScanIsOldWhateverTheSchedulesSay() {
        schedule("Finished")
                .put("jobStartDate", FakeRegistries.millis(STARTED))
                .put("jobCompletionDate", FakeRegistries.millis(ENDED));
        qualys.repository(HUB, "team/old");
        qualys.repository(HUB, "team/new");
        qualys.repository(HUB, "team/never");
        qualys.image("docker.io", "team/old", NOW.minus(Duration.ofDays(30)));
        qualys.image("docker.io", "team/old", NOW.minus(Duration.ofDays(8)));
        qualys.image("docker.io", "team/new", NOW.minus(Duration.ofDays(8)));
        qualys.image("docker.io", "team/new", NOW.minus(Duration.ofDays(1)));
        qualys.image("docker.io", "team/never", null);

        String id = "repository/" + HUB + "/team/";
        assertThat(condition(id + "old").level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(id + "old").since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(condition(id + "new").level()).isEqualTo(Level.HEALTHY);
        assertThat(condition(id + "never").level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(id + "never").reason()).contains("ever scanned");
    }

    @Test
    void shouldNotTakeTheScansOfAnotherRegistryForThoseOfThisOne() {
        qualys.repository(HUB, "app");
        qualys.image("other.example", "app", NOW);

        assertThat(condition("repository/" + HUB + "/app").level()).isEqualTo(Level.UNCLEAR);
        assertThat(condition("repository/" + HUB + "/app").reason()).contains("other.example");
    }

    @Test
    void shouldNotAskForANameThatBreaksTheQuestion() {
        qualys.repository(HUB, "a\" or repo.repository:\"b");

        assertThat(seen().conditions()).anyMatch(each -> each.level() == Level.UNCLEAR);
        assertThat(qualys.http().requests()).noneMatch(request -> request.contains("/images"));
    }

    @Test
    void shouldLeaveRepositoriesAloneIfThatIsWanted() {
        qualys.repository(HUB, "app");
        rule = new RegistryRule(false, Duration.ofDays(7), Duration.ofHours(2));

        assertThat(seen().conditions()).hasSize(1);
        assertThat(qualys.http().requests()).noneMatch(request -> request.contains("/repository"));
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY, RUNNING, 60, true", "REGISTRY, Running, 7260, false", "REGISTRY, Stopped, 60, false",
        "GENERAL, Running, 60, false", "REGISTRY, Strange, 60,", "REGISTRY, Running, -3600,"
    })
    void shouldSayWhetherASensorIsThere(String type, String status, long silent, @Nullable Boolean working) {
        RegistrySensors.Sensor sensor = new RegistrySensors.Sensor(type, status, "h", NOW.minusSeconds(silent));

        Component component = RegistrySensors.components(
                        List.of(new QualysRegistry(HUB, "r")), List.of(sensor), rule, NOW)
                .get(0);

        assertThat(component.working()).isEqualTo(working);
        assertThat(component.id()).as("explains the schedules of this zone").isEqualTo(HUB);
    }

    @Test
    void shouldMissARegistrySensor() {
        assertThat(sensor().working()).isTrue();
        assertThat(sensor().kind()).isEqualTo(Component.Kind.SENSOR);

        qualys.on(Operation.SENSORS, 204, "");
        assertThat(sensor().working()).isFalse();
        assertThat(sensor().detail()).contains("no registry sensor");

        qualys.on(Operation.SENSORS, 403, "{\"errorCode\": \"403 FORBIDDEN\", \"message\": \"CS.SENSOR.VIEW\"}");
        assertThat(sensor().working()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReadAllPages(boolean counted) {
        for (int i = 0; i < 120; i++) {
            qualys.schedule(HUB, "s" + i, "Created");
        }
        qualys.pagesOf(50, counted);

        assertThat(seen().subjects())
                .filteredOn(subject -> subject.tags().contains("schedule"))
                .extracting(Subject::id)
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldPromiseNoRunsOfLongAgoBecauseOnlyTheLastJobIsTold() {
        assertThat(seen().coversFrom()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        from = NOW.minus(Duration.ofHours(3));
        assertThat(seen().coversFrom()).isEqualTo(from);
    }

    @Test
    void shouldMeasureTheClockOfThePlatform() {
        qualys.dated(NOW.minus(Duration.ofMinutes(2)));

        assertThat(seen().skew()).isEqualTo(Duration.ofMinutes(-2));
        qualys.dated(NOW.minus(Duration.ofMinutes(12)));
        assertThat(blind().reason()).contains("12 minutes behind");
    }
}
