package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class ScanRestartITest {
    private static final Logger LOGGER = Logger.getLogger(ScanRestartITest.class.getName());

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path directory;

    private TinyRegistry registry;

    /** Secrets in what is kept meanwhile: SECURITY-3499, 1835, 698 credentials-binding; 3075 thycotic. */
    @Test
    void shouldWaitForTheScanThatGoesOnWhileJenkinsIsAway() throws Throwable {
        registry = TinyRegistry.start();
        Path proceed = directory.resolve("proceed");
        sessions.then(jenkins -> {
            ScanRig rig = ScanRig.in(jenkins, directory, registry);
            rig.agent();
            rig.when("vulnerable", "sample", "vulnerable");
            rig.when("vulnerable", "do", "say waiting", "await " + proceed, "say going on");
            String image = registry.push("team/vulnerable:1");
            WorkflowJob job = rig.job("restarted", ScanRig.scan("image: '" + image + "'"));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("waiting", run);
            assertNoFileHoldsTheToken(run.getRootDir().toPath());
        });
        sessions.then(jenkins -> {
            ScanRig rig = ScanRig.in(jenkins, directory, registry);
            WorkflowRun run = jenkins.jenkins
                    .getItemByFullName("restarted", WorkflowJob.class)
                    .getLastBuild();
            assertThat(run.isBuilding()).isTrue();
            assertNoFileHoldsTheToken(run.getRootDir().toPath());
            Files.createFile(proceed);

            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));

            jenkins.assertLogContains("that was begun before", run);
            jenkins.assertLogContains("going on", run);
            assertThat(run.getLog().split("waiting\n", -1)).hasSize(2);
            assertThat(rig.calls("vulnerable")).hasSize(1);
            assertThat(RunScans.existing(run).orElseThrow().getScans())
                    .as(run.getLog())
                    .extracting(RecordedScan::verdict)
                    .containsExactly(VerdictKind.FAIL);
            assertThat(sessions.getHome().toPath().resolve("qualys-fargate/incoming"))
                    .isEmptyDirectory();
        });
    }

    /** The state of a running Pipeline is among these files, and the scanner's process was given the token. */
    private static void assertNoFileHoldsTheToken(Path build) throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Stream<Path> files = Files.walk(build)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(FakeSettings.TOKEN);
                }
                return;
            } catch (NoSuchFileException | UncheckedIOException renamed) {
                // Jenkins has just put a file into the place of another, so all are looked at once more.
                LOGGER.log(Level.INFO, "looks again", renamed);
            }
        }
        fail("The files of %s never stood still", build);
    }
}
