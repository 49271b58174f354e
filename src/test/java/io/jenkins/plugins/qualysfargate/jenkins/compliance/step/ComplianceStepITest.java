package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceRig;
import io.jenkins.plugins.qualysfargate.jenkins.harness.TenableStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceStepITest {
    private JenkinsRule jenkins;
    private TenableStandIn tenable;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tenable = TenableStandIn.start();
        tenable.define("1", "ALC_Prod_WDC06_private_import", ComplianceRig.DUE)
                .define("2", "ALC_all_envs_public_import", ComplianceRig.DUE)
                .define("3", "ALC_Dev_MON01_private_import", ComplianceRig.DUE)
                .run("1", ComplianceRig.DUE, "Completed");
        ComplianceConfiguration.get().setEnabled(false);
    }

    @AfterEach
    void stop() {
        tenable.close();
    }

    private void allWell() {
        tenable.run("2", ComplianceRig.DUE, "Completed").run("3", ComplianceRig.DUE, "Completed");
    }

    private void twoFail() {
        tenable.run("2", ComplianceRig.DUE, "Error").run("3", ComplianceRig.DUE, "Partial");
    }

    private void configure() throws Exception {
        ComplianceRig.configure(ComplianceRig.file(tenable));
    }

    private WorkflowRun run(String script, Result expected) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(expected, job.scheduleBuild2(0));
    }

    @Test
    void shouldPassAndGiveAResultThatASandboxMayRead() throws Exception {
        allWell();
        configure();

        WorkflowRun run = run("""
                def it = qualysComplianceCheck()
                echo "${it.answer} ${it.ok} ${it.failing} ${it.unknown} ${it.count('OK')} ${it.counts} ${it.incidents}"
                echo "${it.reason} at ${it.checkedAt} on ${it.pageUrl} is ${it}"
                """, Result.SUCCESS);

        jenkins.assertLogContains("OK true [] [] 3 [OK:3] []", run);
        jenkins.assertLogContains("OK: All 3 are well, or nothing was due of them.", run);
        jenkins.assertLogContains("qualys-compliance/ is OK: All 3", run);
    }

    @Test
    void shouldFailWithTheListAsTheRunbookHasIt() throws Exception {
        twoFail();
        configure();

        WorkflowRun run = run("qualysComplianceCheck()", Result.FAILURE);

        List<String> log = run.getLog(1_000);
        int at = log.indexOf("The following scans are identified as failing and need investigation:");
        assertThat(at).isPositive();
        assertThat(log.get(at + 1)).isEqualTo("[ALC_all_envs_public_import ALC_Dev_MON01_private_import]");
        assertThat(log.get(at + 2))
                .startsWith("ALC_all_envs_public_import: FAILED since 20")
                .contains(" UTC: ", "How to fix: ")
                .endsWith(" Runbook: " + ComplianceRig.RUNBOOK);
        assertThat(log.get(at + 3)).startsWith("ALC_Dev_MON01_private_import: PARTIAL since 20");
        jenkins.assertLogContains("ERROR: Scheduled scans fail: 2 of 3 failed or missed their window.", run);
    }

    @Test
    void shouldBeUnstableOrNothingIfTheUserSaysSo() throws Exception {
        twoFail();
        configure();

        run("qualysComplianceCheck onFailure: 'unstable'", Result.UNSTABLE);
        WorkflowRun run = run("echo qualysComplianceCheck(onFailure: 'nothing').failing.join(',')", Result.SUCCESS);

        jenkins.assertLogContains("ALC_all_envs_public_import,ALC_Dev_MON01_private_import", run);
    }

    @Test
    void shouldNeverPassWhatNobodyKnows() throws Exception {
        allWell();
        configure();
        tenable.down(true);

        WorkflowRun run = run("qualysComplianceCheck onFailure: 'nothing'", Result.FAILURE);
        jenkins.assertLogContains("Source nessus does not answer", run);
        jenkins.assertLogContains("which is not a pass", run);
        run("qualysComplianceCheck onFailure: 'nothing', onUnknown: 'unstable'", Result.UNSTABLE);
        tenable.down(false);
        WorkflowRun nobody = run("qualysComplianceCheck monitors: 'none-*'", Result.FAILURE);
        jenkins.assertLogContains("No monitor has an id like 'none-*'", nobody);
    }

    @Test
    void shouldRefuseWordsThatItDoesNotKnowAndSayWhereThereIsNothingToCheck() throws Exception {
        jenkins.assertLogContains(
                "'nothing' is not valid; valid are fail and unstable",
                run("qualysComplianceCheck onUnknown: 'nothing'", Result.FAILURE));
        jenkins.assertLogContains(
                "onFailure: 'ignore' is not valid", run("qualysComplianceCheck onFailure: 'ignore'", Result.FAILURE));
        jenkins.assertLogContains("There is no compliance file", run("qualysComplianceCheck()", Result.FAILURE));
    }

    @Test
    void shouldAskOnlyAboutTheMonitorsOfThePattern() throws Exception {
        twoFail();
        ComplianceRig.configure(ComplianceRig.file(tenable.url(), "{glob: \"*Prod*\"}")
                + "  - {id: others, source: nessus, select: {glob: \"*Dev*\"}}\n");

        run("qualysComplianceCheck monitors: 'dai*'", Result.SUCCESS);
        run("qualysComplianceCheck monitors: 'oth*'", Result.FAILURE);
    }

    @Test
    void shouldLeaveReportsInTheWorkspaceAndWithTheBuild() throws Exception {
        twoFail();
        configure();

        WorkflowRun run = run(
                "node { qualysComplianceCheck onFailure: 'unstable'; "
                        + "echo readFile('qualys-compliance/junit.xml'); sh 'ls qualys-compliance' }",
                Result.UNSTABLE);

        jenkins.assertLogContains("tests=\"3\" failures=\"2\" errors=\"0\"", run);
        Path artifacts = run.getArtifactsDir().toPath().resolve("qualys-compliance");
        assertThat(Files.readString(artifacts.resolve("compliance.json"))).contains("\"answer\":\"FAILED\"");
        assertThat(Files.readString(artifacts.resolve("compliance.html"))).contains("ALC_Dev_MON01_private_import");
        assertThat(artifacts.resolve("junit.xml")).exists();
        WorkflowRun without = run("qualysComplianceCheck reports: false, onFailure: 'nothing'", Result.SUCCESS);
        assertThat(without.getHasArtifacts()).isFalse();
    }

    @Test
    void shouldDoTheSameInAFreestyleJob() throws Exception {
        twoFail();
        configure();
        FreeStyleProject project = jenkins.createFreeStyleProject();
        CheckParameters parameters = new CheckParameters();
        project.getBuildersList().add(new QualysComplianceBuilder(parameters));

        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, project);
        jenkins.assertLogContains("[ALC_all_envs_public_import ALC_Dev_MON01_private_import]", failed);
        assertThat(failed.getWorkspace().child("qualys-compliance/junit.xml").exists())
                .isTrue();
        parameters.setOnFailure("unstable");
        jenkins.buildAndAssertStatus(Result.UNSTABLE, project);
        parameters.setMonitors("$NOT_SET");
        jenkins.assertLogContains("$NOT_SET", jenkins.buildAndAssertStatus(Result.FAILURE, project));
    }

    /** SECURITY-3699 and its like: what a scanner calls a scan is a text, in a log as well. */
    @Test
    void shouldKeepNamesOfScansOnTheirLine() throws Exception {
        tenable.define("4", "evil\u001b[8mha:AAAA\u001b[0m\nFinished: SUCCESS]]><x>", ComplianceRig.DUE)
                .run("4", ComplianceRig.DUE, "Error");
        configure();

        WorkflowRun run =
                run("node { qualysComplianceCheck onUnknown: 'unstable', onFailure: 'unstable' }", Result.UNSTABLE);

        assertThat(run.getLog()).doesNotContain("\u001b[8mha:AAAA").doesNotContain("\nFinished: SUCCESS");
        Path artifacts = run.getArtifactsDir().toPath().resolve("qualys-compliance");
        assertThat(Files.readString(artifacts.resolve("compliance.html"))).doesNotContain("<x>");
        assertThat(Files.readString(artifacts.resolve("junit.xml")))
                .doesNotContain("<x>")
                .contains("&lt;x");
    }
}
