package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.push.PushLines;
import io.jenkins.plugins.qualysfargate.jenkins.push.PushedImagesWrapper;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A scan that names no image scans what the build has pushed. */
@WithJenkins
class PushedImagesScanITest {
    private static final String SCAN = "qualysFargateScan(scannerPath: '" + ScanRig.SCANNER + "')";

    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private ScanRig rig;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        FreestyleRig.tellScenario(rig.agent(), directory);
        rig.when("clean", "sample", "clean");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** What docker prints of an image that is in the registry. */
    private String pushed() {
        rig.registry.push("team/clean:1");
        return PushLines.docker(rig.registry.authority() + "/team/clean", "1", rig.registry.digestOf("team/clean:1"));
    }

    @Test
    void shouldScanTheDigestThatWasPushed() throws Exception {
        String lines = pushed();

        WorkflowRun run = rig.build(
                Result.SUCCESS,
                "withPushedImages { echo '''" + lines + "''' }\n def r = " + SCAN
                        + "\n echo \"seen ${r.images[0].digest}\"");

        jenkins.assertLogContains("seen " + rig.registry.digestOf("team/clean:1"), run);
        assertThat(rig.calls("clean")).singleElement().asString().contains("@" + rig.registry.digestOf("team/clean:1"));
    }

    @Test
    void shouldScanNothingWhereAPushIsNotKnown() throws Exception {
        String lines = "latest: digest: " + PushLines.DIGEST + " size: 527\n" + pushed();

        WorkflowRun run = rig.build(Result.FAILURE, "withPushedImages { echo '''" + lines + "''' }\n" + SCAN);

        jenkins.assertLogContains("not everything that the build has pushed is known from its log", run);
        assertThat(RunScans.existing(run)).isEmpty();
    }

    @Test
    void shouldSayWhatToDoWhereNothingWasPushed() throws Exception {
        WorkflowRun run = rig.build(Result.FAILURE, "withPushedImages { " + SCAN + " }");

        jenkins.assertLogContains("There is no image to scan", run);
        jenkins.assertLogContains("scan behind it", run);
    }

    @Test
    void shouldWorkInADeclarativePipeline() throws Exception {
        String lines = pushed();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("""
                pipeline {
                  agent { label 'linux' }
                  stages {
                    stage('push') {
                      options { withPushedImages() }
                      steps { echo '''%s''' }
                    }
                    stage('scan') {
                      steps { %s }
                    }
                  }
                }
                """.formatted(lines, SCAN), true));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.PASS);
    }

    @Test
    void shouldWorkAsASimpleBlockInADeclarativePipeline() throws Exception {
        String lines = pushed();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("""
                pipeline {
                  agent { label 'linux' }
                  stages {
                    stage('all') {
                      steps {
                        withPushedImages { echo '''%s''' }
                        qualysFargateScan scannerPath: '%s', onViolation: 'unstable'
                      }
                    }
                  }
                }
                """.formatted(lines, ScanRig.SCANNER), true));

        jenkins.buildAndAssertSuccess(job);

        assertThat(rig.calls("clean")).hasSize(1);
    }

    @Test
    void shouldScanAfterAFreestyleBuildWhatItsStepsHavePushed() throws Exception {
        FreeStyleProject job = FreestyleRig.onAgent(jenkins.createFreeStyleProject());
        job.getBuildWrappersList().add(new PushedImagesWrapper());
        job.getBuildersList().add(FreestyleRig.printing(pushed()));
        job.getPublishersList().add(FreestyleRig.publisher(scan -> {}));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(RunScans.existing(build).orElseThrow().verdict()).isEqualTo(VerdictKind.PASS);
        assertThat(rig.calls("clean")).singleElement().asString().contains("@" + rig.registry.digestOf("team/clean:1"));
    }

    @Test
    void shouldBeOfferedByTheGeneratorOfDirectives() throws Exception {
        String form = """
                {"stapler-class": "%1$s", "$class": "%1$s",
                 "options": [{"stapler-class": "%2$s", "$class": "%2$s"}]}
                """.formatted(
                        "org.jenkinsci.plugins.pipeline.modeldefinition.generator.OptionsDirective",
                        "io.jenkins.plugins.qualysfargate.jenkins.push.WithPushedImagesStep");

        assertThat(Generators.ask(jenkins, "directive-generator/generateDirective", form))
                .startsWith("options {")
                .contains("withPushedImages");
    }
}
