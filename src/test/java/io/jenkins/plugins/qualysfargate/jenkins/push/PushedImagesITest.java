package io.jenkins.plugins.qualysfargate.jenkins.push;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.tasks.Shell;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PushedImagesITest {
    private static final String APP = "registry.example/team/app";

    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void shouldNoteWhatIsPushedInsideOfTheBlockAndNothingElse() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                PushLines.echo("registry.example/team/before", "1") + "withPushedImages {\n"
                        + PushLines.echo(APP, "1.4") + "}\n" + PushLines.echo("registry.example/team/behind", "1"));

        assertThat(PushedImages.of(run)).extracting(Object::toString).containsExactly(APP + ":1.4@" + PushLines.DIGEST);
        assertThat(PushedImages.missing(run)).isEmpty();
        jenkins.assertLogContains("[withPushedImages] Pushed: " + APP + ":1.4@" + PushLines.DIGEST, run);
    }

    @Test
    void shouldAddUpSeveralBlocksWithoutSandboxOrAgent() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "withPushedImages {\n" + PushLines.echo(APP, "1") + "}\nwithPushedImages {\n" + PushLines.echo(APP, "1")
                        + PushLines.echo(APP, "2") + "}");

        assertThat(PushedImages.of(run))
                .extracting(Object::toString)
                .containsExactly(APP + ":1@" + PushLines.DIGEST, APP + ":2@" + PushLines.DIGEST);
    }

    @Test
    void shouldSayThatAPushHasNoName() throws Exception {
        WorkflowRun run =
                build(Result.SUCCESS, "withPushedImages { echo 'latest: digest: " + PushLines.DIGEST + " size: 527' }");

        assertThat(PushedImages.of(run)).isEmpty();
        assertThat(PushedImages.missing(run)).singleElement().asString().contains("name the image yourself");
        jenkins.assertLogContains("[withPushedImages] The log names no image that was pushed", run);
        jenkins.assertLogContains("[withPushedImages] Line ", run);
    }

    @Test
    void shouldNoteTheImagesOfABlockThatFailed() throws Exception {
        WorkflowRun run =
                build(Result.FAILURE, "withPushedImages {\n" + PushLines.echo(APP, "1") + "error('later')\n}");

        jenkins.assertLogContains("ERROR: later", run);
        assertThat(PushedImages.of(run)).hasSize(1);
    }

    @Test
    void shouldReadALogOfManyPiecesToItsEnd() throws Exception {
        WorkflowRun run = build(
                Result.SUCCESS,
                "node { withPushedImages {\n" + PushLines.echo(APP, "first")
                        + "sh 'seq -f \"line %.0f of very many that no push has written\" 1 80000'\n"
                        + PushLines.echo(APP, "last") + "} }");

        assertThat(run.getLogText().length()).isGreaterThan(3 << 20);
        assertThat(PushedImages.of(run)).extracting(image -> image.tag()).containsExactly("first", "last");
    }

    @Test
    void shouldMissWhatIsBehindTheLimit() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                    throws IOException {
                long start = LogRegion.end(build);
                String first = PushLines.docker(APP, "first", PushLines.DIGEST);
                listener.getLogger().print(first + PushLines.docker(APP, "last", PushLines.DIGEST));
                new ReadPushes(build, listener, first.length() + 20).since(start);
                return true;
            }
        });

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(PushedImages.of(build)).extracting(image -> image.tag()).containsExactly("first");
        assertThat(PushedImages.missing(build)).singleElement().asString().contains("was not read to its end");
        jenkins.assertLogContains("was not read to its end", build);
    }

    @Test
    void shouldNoteWhatTheStepsOfAFreestyleJobPush() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new PushedImagesWrapper());
        job.getBuildersList().add(new Shell("cat <<'END'\n" + PushLines.docker(APP, "1", PushLines.DIGEST) + "END\n"));
        jenkins.configRoundtrip(job);

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(PushedImages.of(build)).extracting(Object::toString).containsExactly(APP + ":1@" + PushLines.DIGEST);
    }

    @Test
    void shouldKeepTheImagesInTheRecordOfTheBuild() throws Exception {
        WorkflowRun run = build(Result.SUCCESS, "withPushedImages {\n" + PushLines.echo(APP, "1") + "}");

        Run<?, ?> loaded = reloaded(run);

        assertThat(PushedImages.of(loaded)).isEqualTo(PushedImages.of(run)).hasSize(1);
    }

    private Run<?, ?> reloaded(WorkflowRun run) throws Exception {
        jenkins.jenkins.reload();
        WorkflowJob job = jenkins.jenkins.getItemByFullName(run.getParent().getFullName(), WorkflowJob.class);
        return job.getBuildByNumber(run.getNumber());
    }

    private WorkflowRun build(Result expected, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertStatus(expected, job);
    }
}
