package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenableRunsTest extends TenableRig {
    @BeforeEach
    void define() {
        tenable.define("7", "ALC_Prod_WDC06_private_import");
    }

    @Test
    void shouldFollowARunFromItsQueueToItsImport() {
        String id = tenable.run("7", NOW, FakeCourse.GOOD);
        TenableSource source = source(KEY);
        List<String> words = new ArrayList<>();
        List<RunState> states = new ArrayList<>();
        List<ImportState> imports = new ArrayList<>();
        for (int minutes : List.of(0, 2, 4, 60, 127, 200)) {
            clock.set(NOW.plus(Duration.ofMinutes(minutes)));
            Run run = run(observe(source), id);
            words.add(run.word());
            states.add(run.state());
            imports.add(run.imported());
        }
        assertThat(words)
                .containsExactly(
                        "Queued",
                        "Preparing",
                        "Initializing Scanners",
                        "Running",
                        "Completed, import: Importing",
                        "Completed");
        assertThat(states)
                .containsExactly(
                        RunState.QUEUED,
                        RunState.RUNNING,
                        RunState.RUNNING,
                        RunState.RUNNING,
                        RunState.COMPLETED,
                        RunState.COMPLETED);
        assertThat(imports).startsWith(ImportState.PENDING).endsWith(ImportState.PENDING, ImportState.FINISHED);
    }

    @Test
    void shouldCountOnlyHostsThatWereReallyScanned() {
        String id = tenable.run("7", NOW.minus(Duration.ofHours(5)), FakeCourse.GOOD);
        Run run = run(observe(), id);
        assertThat(run.reach().total()).isEqualTo(2048);
        assertThat(run.reach().scanned()).isEqualTo(49);
        assertThat(run.createdAt()).isEqualTo(NOW.minus(Duration.ofHours(5)));
        assertThat(run.startedAt()).isEqualTo(NOW.minus(Duration.ofHours(5)).plusSeconds(60));
        assertThat(run.finishedAt()).isEqualTo(NOW.minus(Duration.ofHours(5)).plus(Duration.ofMinutes(126)));
        assertThat(run.subjectId()).isEqualTo("7");
        assertThat(run.parentId()).isNull();
    }

    @Test
    void shouldSayThatNothingWasScannedThoughItCompleted() {
        String id = tenable.run("7", NOW.minus(Duration.ofHours(5)), FakeCourse.GOOD.over(2048, 0));
        assertThat(run(observe(), id).reach().scanned()).isZero();
    }

    @Test
    void shouldTellAFailedImportFromAFailedScan() {
        Instant then = NOW.minus(Duration.ofHours(5));
        String imported = tenable.run("7", then, FakeCourse.GOOD.endingAs("Completed", "Error"));
        String scanned = tenable.run("7", then, FakeCourse.GOOD.endingAs("Error", "No Results"));
        Observation observation = observe();
        assertThat(run(observation, imported).state()).isEqualTo(RunState.COMPLETED);
        assertThat(run(observation, imported).imported()).isEqualTo(ImportState.FAILED);
        assertThat(run(observation, imported).detail()).isEqualTo("Scan import error (code #139).");
        assertThat(run(observation, scanned).state()).isEqualTo(RunState.FAILED);
        assertThat(run(observation, scanned).detail()).isEqualTo("Scan failed. No scanner answered.");
    }

    @Test
    void shouldNotUnderstandWordsThatNobodyKnows() {
        Instant then = NOW.minus(Duration.ofHours(5));
        String scan = tenable.run("7", then, FakeCourse.GOOD.endingAs("completed", "Finished"));
        String imported = tenable.run("7", then, FakeCourse.GOOD.endingAs("Completed", "Done"));
        Observation observation = observe();
        assertThat(run(observation, scan).state()).isEqualTo(RunState.UNRECOGNISED);
        assertThat(run(observation, imported).imported()).isEqualTo(ImportState.UNRECOGNISED);
        assertThat(run(observation, imported).word()).isEqualTo("Completed, import: Done");
    }

    @Test
    void shouldGrowFromLookToLookAndNeverFall() {
        String id = tenable.run("7", NOW, FakeCourse.GOOD);
        TenableSource source = source(KEY);
        long before = -1;
        for (int minutes = 0; minutes < 130; minutes += 13) {
            clock.set(NOW.plus(Duration.ofMinutes(minutes)));
            long now = Objects.requireNonNull(run(observe(source), id).reach().progress(), "no progress");
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isGreaterThan(2048);
    }

    @Test
    void shouldStandStillWhileItIsQueued() {
        String id = tenable.run("7", NOW, FakeCourse.NEVER_STARTS);
        TenableSource source = source(KEY);
        Run first = run(observe(source), id);
        clock.forward(Duration.ofHours(20));
        Run later = run(observe(source), id);
        assertThat(later.state()).isEqualTo(RunState.QUEUED);
        assertThat(later.startedAt()).isNull();
        assertThat(later.reach()).isEqualTo(first.reach());
    }

    @Test
    void shouldSeeALongRunThatBeganBeforeTheWindowOfTheServer() {
        Instant longAgo = NOW.minus(Duration.ofDays(40));
        String id = tenable.run("7", longAgo, FakeCourse.GOOD.runningFor(Duration.ofDays(60)));
        assertThat(run(observe(), id).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void shouldLookBackFurtherThanTheServerDoesByItself() {
        String id = tenable.run("7", NOW.minus(Duration.ofDays(40)), FakeCourse.GOOD);
        Observation observation = seen(source(KEY).look(NOW.minus(Duration.ofDays(50)), NOW));
        assertThat(run(observation, id).state()).isEqualTo(RunState.COMPLETED);
        assertThat(observation.coversFrom()).isEqualTo(NOW.minus(Duration.ofDays(50)));
    }

    @Test
    void shouldNotLoseSightOfARunThatEndsAfterTheWindowHasPassedItsBeginning() {
        String id = tenable.run("7", NOW, FakeCourse.GOOD.runningFor(Duration.ofDays(5)));
        TenableSource source = source(KEY);
        clock.forward(Duration.ofDays(4));
        assertThat(run(observe(source), id).state()).isEqualTo(RunState.RUNNING);
        clock.forward(Duration.ofDays(4));
        assertThat(run(observe(source), id).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void shouldAskForTheProgressOfAFinishedRunOnce() {
        tenable.run("7", NOW.minus(Duration.ofHours(20)), FakeCourse.GOOD);
        tenable.run("7", NOW.minus(Duration.ofHours(30)), FakeCourse.GOOD.endingAs("Error", "No Results"));
        String active = tenable.run("7", NOW.minus(Duration.ofHours(1)), FakeCourse.GOOD);
        TenableSource source = source(KEY);
        observe(source);
        assertThat(asked("GET /rest/scanResult/")).isEqualTo(2);
        tenable.forgetCalls();
        Observation again = observe(source);
        assertThat(asked("GET /rest/scanResult/")).isEqualTo(1);
        assertThat(asked("GET /rest/scanResult/" + active)).isEqualTo(1);
        assertThat(again.runs()).hasSize(3);
        assertThat(again.runs().get(1).reach().scanned()).isNotNull();
    }

    @Test
    void shouldJoinTheRestOfARunThatRanOutOfTimeWithIt() {
        tenable.define("70", "ALC_Prod_WDC06_private_import - rollover").type("rollover");
        Instant then = NOW.minus(Duration.ofHours(20));
        tenable.run("7", then.minus(Duration.ofDays(1)), FakeCourse.GOOD.endingAs("Partial", "Finished"));
        String parent = tenable.run("7", then, FakeCourse.GOOD.endingAs("Partial", "Finished"));
        String rest = tenable.run("70", then.plus(Duration.ofHours(5)), FakeCourse.GOOD);
        Run run = run(observe(), rest);
        assertThat(run.parentId()).isEqualTo(parent);
        assertThat(run.subjectId()).isEqualTo("7");
    }

    @Test
    void shouldNotGuessOfWhichRunARestIs() {
        tenable.define("8", "ALC_Prod_WDC06_private_import");
        tenable.define("70", "ALC_Prod_WDC06_private_import - rollover").type("rollover");
        tenable.run("7", NOW.minus(Duration.ofHours(20)), FakeCourse.GOOD.endingAs("Partial", "Finished"));
        String rest = tenable.run("70", NOW.minus(Duration.ofHours(9)), FakeCourse.GOOD);
        Run run = run(observe(), rest);
        assertThat(run.parentId()).isNull();
        assertThat(run.subjectId()).isEqualTo("70");
    }

    @Test
    void shouldTakeARunWithoutDefinitionForTheOnlyOneOfItsName() {
        String clear =
                tenable.runAlone("ALC_Prod_WDC06_private_import", NOW.minus(Duration.ofHours(9)), FakeCourse.GOOD);
        String other = tenable.runAlone("something else", NOW.minus(Duration.ofHours(9)), FakeCourse.GOOD);
        Observation one = observe();
        assertThat(run(one, clear).subjectId()).isEqualTo("7");
        assertThat(run(one, other).subjectId()).isEqualTo("-1");
        tenable.define("8", "ALC_Prod_WDC06_private_import");
        assertThat(run(observe(), clear).subjectId()).isEqualTo("-1");
    }
}
