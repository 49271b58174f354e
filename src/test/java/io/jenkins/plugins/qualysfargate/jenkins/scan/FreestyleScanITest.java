package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.model.StringParameterDefinition;
import hudson.slaves.DumbSlave;
import hudson.tasks.Shell;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleScanITest {
    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private ScanRig rig;
    private FreeStyleProject job;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        DumbSlave agent = rig.agent();
        FreestyleRig.tellScenario(agent, directory);
        job = FreestyleRig.onAgent(rule.createFreeStyleProject());
        rig.when("clean", "sample", "clean");
        rig.when("vulnerable", "sample", "vulnerable");
        rig.when("broken", "exit", "5");
        rig.when("slow", "do", "hang");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shouldPassAndRecordACleanImage() throws Exception {
        String image = rig.registry.push("team/clean:1");
        job.getBuildersList().add(FreestyleRig.builder(scan -> scan.setImage(image)));
        job.getBuildersList().add(new Shell("echo reached"));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("reached", build);
        assertThat(verdict(build)).isEqualTo(VerdictKind.PASS);
        assertThat(build.getArtifacts())
                .extracting(artifact -> artifact.relativePath)
                .contains("qualys-fargate/1/report.html", "qualys-fargate/1/verdict.json");
    }

    @Test
    void shouldFailTheBuildOfAVulnerableImageBeforeItsNextStep() throws Exception {
        String image = rig.registry.push("team/vulnerable:1");
        job.getBuildersList().add(FreestyleRig.builder(scan -> scan.setImage(image)));
        job.getBuildersList().add(new Shell("echo rea''ched"));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("ERROR: The images do not keep to the policy", build);
        jenkins.assertLogNotContains("reached", build);
        assertThat(verdict(build)).isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldMakeTheBuildUnstableWhereTheUserSaysSo() throws Exception {
        String image = rig.registry.push("team/vulnerable:1");
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage(image);
            scan.setOnViolation("unstable");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        jenkins.assertLogContains("do not keep to the policy", build);
        assertThat(verdict(build)).isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldFailTheBuildWhereThereIsNoAnswer() throws Exception {
        String image = rig.registry.push("team/broken:1");
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage(image);
            scan.setOnViolation("unstable");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("There is no answer for the images, which is not a pass", build);
        assertThat(verdict(build)).isEqualTo(VerdictKind.INDETERMINATE);
    }

    @Test
    void shouldStopTheScannerAndRecordThatThereIsNoAnswerWhenABuildStepIsAborted() throws Exception {
        String image = rig.registry.push("team/slow:1");
        job.getBuildersList().add(FreestyleRig.builder(scan -> scan.setImage(image)));

        FreeStyleBuild build = abortWhileScanning();

        assertThat(verdict(build)).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(rig.runningScanners()).isEmpty();
    }

    @Test
    void shouldStopTheScannerAndAbortTheBuildWhenAPostBuildActionIsAborted() throws Exception {
        String image = rig.registry.push("team/slow:1");
        job.getPublishersList().add(FreestyleRig.publisher(scan -> scan.setImage(image)));

        FreeStyleBuild build = abortWhileScanning();

        assertThat(verdict(build)).isEqualTo(VerdictKind.INDETERMINATE);
        assertThat(rig.runningScanners()).isEmpty();
    }

    private FreeStyleBuild abortWhileScanning() throws Exception {
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        rig.awaitScanner("slow");
        build.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
        jenkins.assertLogContains("waiting up to 60 seconds until the scanner is stopped", build);
        jenkins.assertLogNotContains("has not ended after", build);
        return build;
    }

    @Test
    void shouldScanAfterTheBuildAndFailIt() throws Exception {
        String image = rig.registry.push("team/vulnerable:1");
        job.getPublishersList().add(FreestyleRig.publisher(scan -> scan.setImage(image)));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("The images do not keep to the policy", build);
        assertThat(verdict(build)).isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldSayThatNothingWasScannedWhereTheBuildHasFailedBefore() throws Exception {
        String image = rig.registry.push("team/clean:1");
        job.getBuildersList().add(new Shell("exit 1"));
        job.getPublishersList().add(FreestyleRig.publisher(scan -> scan.setImage(image)));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("the result of the build is FAILURE already, so no image was scanned", build);
        assertThat(RunScans.existing(build)).isEmpty();
        assertThat(rig.calls("clean")).isEmpty();
    }

    @Test
    void shouldFillInVariablesOfTheBuildButNotInThePolicy() throws Exception {
        rig.registry.push("team/clean:1");
        job.addProperty(new ParametersDefinitionProperty(new StringParameterDefinition("NAME", "clean")));
        job.getBuildersList().add(new Shell("echo 'version: 1' > policy-$BUILD_NUMBER.yaml"));
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImages(List.of(rig.registry.authority() + "/team/${NAME}:$BUILD_NUMBER"));
            scan.setPolicyFile("policy-${BUILD_NUMBER}.yaml");
        }));
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage(rig.registry.authority() + "/team/${NAME}:$BUILD_NUMBER");
            scan.setPolicy("version: 1\nname: ${NAME}\n");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(RunScans.existing(build).orElseThrow().getScans())
                .hasSize(2)
                .allSatisfy(scan -> assertThat(scan.getTitle()).contains("team/clean:1"));
        assertThat(((QualysFargateBuilder) job.getBuilders().get(2)).getScan().getImage())
                .endsWith("/team/${NAME}:$BUILD_NUMBER");
    }

    @Test
    void shouldRefuseATextOfWhichVariablesLeaveNothing() throws Exception {
        job.addProperty(new ParametersDefinitionProperty(
                new StringParameterDefinition("POLICY", ""), new StringParameterDefinition("IMAGE", "")));
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage("${IMAGE}");
            scan.setPolicyFile("$POLICY");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("image: nothing is left of '${IMAGE}'", build);
        jenkins.assertLogContains("policyFile: nothing is left of '$POLICY'", build);
        assertThat(RunScans.existing(build)).isEmpty();
    }

    @Test
    void shouldSayEverythingThatIsWrongAndScanNothing() throws Exception {
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage("UPPER case");
            scan.setExceptions("- id: incomplete");
            scan.setOnViolation("ignore");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("UPPER case", build);
        jenkins.assertLogContains("exceptions:1:", build);
        jenkins.assertLogContains("valid are fail and unstable", build);
        assertThat(RunScans.existing(build)).isEmpty();
    }

    @Test
    void shouldHoldFindingsAgainstTheThresholdsOfTheJob() throws Exception {
        String image = rig.registry.push("team/vulnerable:1");
        Thresholds loose = new Thresholds();
        loose.setCritical(1000);
        Thresholds strict = new Thresholds();
        strict.setCritical(1000);
        strict.setTotal(0);
        String policy = "version: 1\nsecrets: {max: 100}\n";
        job.getBuildersList().add(FreestyleRig.builder(scan -> {
            scan.setImage(image);
            scan.setPolicy(policy);
            scan.setThresholds(loose);
        }));
        job.getPublishersList().add(FreestyleRig.publisher(scan -> {
            scan.setImage(image);
            scan.setPolicy(policy);
            scan.setThresholds(strict);
            scan.setOnViolation("unstable");
        }));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        assertThat(RunScans.existing(build).orElseThrow().getScans())
                .extracting(scan -> scan.verdict())
                .containsExactly(VerdictKind.PASS, VerdictKind.FAIL);
    }

    @Test
    void shouldScanInAFolder() throws Exception {
        String image = rig.registry.push("team/clean:1");
        Folder folder = jenkins.createProject(Folder.class, "team");
        FreeStyleProject inside = FreestyleRig.onAgent(folder.createProject(FreeStyleProject.class, "inside"));
        inside.getBuildersList().add(FreestyleRig.builder(scan -> scan.setImage(image)));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(inside);

        assertThat(verdict(build)).isEqualTo(VerdictKind.PASS);
        jenkins.assertLogContains("job/team/job/inside/1/qualys-fargate/1/", build);
    }

    private static VerdictKind verdict(FreeStyleBuild build) {
        return RunScans.existing(build).orElseThrow().verdict();
    }
}
