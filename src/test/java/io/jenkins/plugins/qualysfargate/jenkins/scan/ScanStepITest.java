package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hudson.FilePath;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScanStepITest {
    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private ScanRig rig;
    private DumbSlave agent;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        agent = rig.agent();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void shouldPassACleanImageAndGiveAnObjectThatTheSandboxMayRead() throws Exception {
        rig.when("clean", "sample", "clean");
        String image = rig.registry.push("team/clean:1");

        WorkflowRun run = rig.build(
                Result.SUCCESS,
                "def r = " + ScanRig.scan("image: '" + image + "'") + "\n"
                        + "echo \"seen ${r.verdict} ${r.passed} critical=${r.counts.critical} ${r.images[0].platform}"
                        + " new=${r.newFindings} ${r.reportUrl}\"");

        jenkins.assertLogContains("seen PASS true critical=0 linux/amd64 new=null " + jenkins.getURL(), run);
        assertThat(RunScans.existing(run)).hasValueSatisfying(scans -> {
            assertThat(scans.verdict()).isEqualTo(VerdictKind.PASS);
            assertThat(scans.getScans()).hasSize(1);
        });
    }

    @Test
    void shouldFailTheBuildOfAVulnerableImage() throws Exception {
        rig.when("vulnerable", "sample", "vulnerable");
        String image = rig.registry.push("team/vulnerable:1");

        WorkflowRun run = rig.build(Result.FAILURE, ScanRig.scan("image: '" + image + "'") + "\n echo 'not reached'");

        jenkins.assertLogContains("do not keep to the policy", run);
        jenkins.assertLogNotContains("not reached", run);
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldScanByDigestAndPlatformWhereTheAgentCannotReachTheRegistry() throws Exception {
        rig.when("clean", "sample", "clean");
        String image = "127.0.0.1:1/team/clean@sha256:" + "ab".repeat(32);

        WorkflowRun run = rig.build(Result.SUCCESS, ScanRig.scan("image: '" + image + "', platforms: 'linux/amd64'"));

        jenkins.assertLogContains("Without the registry: ", run);
        rig.build(Result.FAILURE, ScanRig.scan("image: '" + image + "'"));
    }

    @Test
    void shouldGiveNoAnswerWhenTheScannerBreaks() throws Exception {
        rig.when("broken", "exit", "5");
        rig.when("broken", "do", "print-token", "complain the disk is full");
        String image = rig.registry.push("team/broken:1");

        WorkflowRun run = rig.build(Result.FAILURE, ScanRig.scan("image: '" + image + "'"));

        jenkins.assertLogContains("There is no answer for the images, which is not a pass", run);
        jenkins.assertLogContains("using token ****", run);
        jenkins.assertLogNotContains(FakeSettings.TOKEN, run);
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.INDETERMINATE);
    }

    @Test
    void shouldOnlyMakeTheBuildUnstableWhereTheUserSaysSo() throws Exception {
        rig.when("vulnerable", "sample", "vulnerable");
        rig.when("broken", "exit", "5");

        WorkflowRun run = rig.build(
                Result.UNSTABLE,
                "def r = "
                        + ScanRig.scan("image: '" + rig.registry.push("team/vulnerable:1")
                                + "', onViolation: 'unstable', failOn: 'high'")
                        + "\n echo \"first ${r}\"\n"
                        + ScanRig.scan(
                                "image: '" + rig.registry.push("team/broken:1") + "', onIndeterminate: 'unstable'"));

        jenkins.assertLogContains("The images do not keep to the policy: ", run);
        jenkins.assertLogContains("There is no answer for the images, which is not a pass: ", run);
        jenkins.assertLogContains("first FAIL: ", run);
        assertThat(RunScans.existing(run).orElseThrow().getScans())
                .extracting(RecordedScan::verdict)
                .containsExactly(VerdictKind.FAIL, VerdictKind.INDETERMINATE);
        assertThat(new DepthFirstScanner()
                        .filteredNodes(run.getExecution(), node -> node.getAction(WarningAction.class) != null))
                .hasSize(2);
    }

    @Test
    void shouldNameEverythingThatIsWrongAndRecordNothing() throws Exception {
        WorkflowRun run = rig.build(
                Result.FAILURE,
                ScanRig.scan("image: 'UPPER case', scanTypes: 'pkg,nonsense', policyFile: 'gone.yaml', failOn: 'worst',"
                        + " baseline: 'yesterday', onViolation: 'ignore'"));

        for (String expected : new String[] {
            "UPPER case", "nonsense", "gone.yaml", "yesterday", "onViolation", "valid are fail and unstable"
        }) {
            jenkins.assertLogContains(expected, run);
        }
        assertThat(RunScans.existing(run)).isEmpty();
    }

    /** Builds on the controller: SECURITY-3649 zapper. */
    @Test
    void shouldRefuseTheBuiltInNode() throws Exception {
        jenkins.jenkins.setLabelString("linux-controller");
        jenkins.jenkins.setNumExecutors(1);
        WorkflowJob job = rig.job("built-in", "");
        job.setDefinition(new CpsFlowDefinition(
                "node('linux-controller') { " + ScanRig.scan("image: 'registry.example/a:1'") + " }", true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("runs on the built-in node", run);
    }

    @Test
    void shouldScanSeveralImagesAtOnceWithoutMixingThem() throws Exception {
        rig.when("clean", "sample", "clean");
        rig.when("vulnerable", "sample", "vulnerable");
        rig.when("clean", "do", "pause 2");
        String clean = rig.registry.push("team/clean:1");
        String vulnerable = rig.registry.push("team/vulnerable:1");

        WorkflowRun run = rig.build(
                Result.UNSTABLE,
                "parallel(a: { " + ScanRig.scan("image: '" + clean + "'") + " }, b: { "
                        + ScanRig.scan("images: ['" + clean + "', '" + vulnerable
                                + "'], onViolation: 'unstable', cache: false")
                        + " })");

        assertThat(RunScans.existing(run).orElseThrow().getScans())
                .extracting(RecordedScan::verdict, RecordedScan::getImages, RecordedScan::getTitle)
                .containsExactlyInAnyOrder(
                        tuple(VerdictKind.PASS, 1, clean + " (linux/amd64)"),
                        tuple(VerdictKind.FAIL, 2, vulnerable + " (linux/amd64) +1"));
    }

    @Test
    void shouldStopTheScannerWhenTheBuildIsStopped() throws Exception {
        rig.when("slow", "do", "hang");
        WorkflowJob job = rig.job("slow", ScanRig.scan("image: '" + rig.registry.push("team/slow:1") + "'"));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("Scanning 127.0.0.1", run);
        rig.awaitScanner("slow");

        run.getExecutor().interrupt();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(rig.runningScanners()).isEmpty();
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.INDETERMINATE);
    }

    @Test
    void shouldLeaveNothingOnTheAgent() throws Exception {
        rig.when("clean", "sample", "clean");

        WorkflowJob job = rig.job("tidy", ScanRig.scan("image: '" + rig.registry.push("team/clean:1") + "'"));
        jenkins.buildAndAssertSuccess(job);

        FilePath workspace = agent.getWorkspaceFor(job);
        assertThat(workspace.getParent().child(workspace.getName() + "@tmp").list())
                .extracting(FilePath::getName)
                .noneMatch(name -> name.startsWith("qualys-fargate"));
    }

    /** Names in archives: SECURITY-784, 3303, 3547 htmlpublisher. */
    @Test
    void shouldArchiveTheReportsThatAreAskedFor() throws Exception {
        rig.when("clean", "sample", "clean");

        WorkflowRun run = rig.build(
                Result.SUCCESS,
                ScanRig.scan("image: '" + rig.registry.push("team/clean:1") + "', archive: 'html,sarif,junit'"));

        assertThat(run.getArtifacts())
                .extracting(artifact -> artifact.relativePath)
                .containsExactlyInAnyOrder(
                        "qualys-fargate/1/report.html",
                        "qualys-fargate/1/findings.sarif.json",
                        "qualys-fargate/1/junit.xml");
    }

    @Test
    void shouldCompareWithThePreviousSuccessfulBuild() throws Exception {
        rig.when("app", "sample", "clean");
        WorkflowJob job = rig.job(
                "app",
                ScanRig.scan("image: '" + rig.registry.push("team/app:1") + "', baseline: 'build', cache: false"));
        jenkins.buildAndAssertSuccess(job);
        rig.when("app", "sample", "vulnerable");
        rig.registry.push("team/app:2");
        job.setDefinition(new CpsFlowDefinition(
                rig.onAgent("def r = "
                        + ScanRig.scan("image: '" + rig.registry.push("team/app:2")
                                + "', baseline: 'build', cache: false, onViolation: 'unstable'")
                        + "\n echo \"new=${r.newFindings} fixed=${r.fixedFindings}\""),
                true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.UNSTABLE, job);

        RecordedScan scan = RunScans.existing(run).orElseThrow().getScans().get(0);
        assertThat(scan.getIntroduced()).isPositive();
        jenkins.assertLogContains("new=" + scan.getIntroduced() + " fixed=" + scan.getFixed(), run);
    }
}
