package io.jenkins.plugins.qualysfargate.jenkins.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class PushedImagesRestartITest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void shouldNoteWhatWasPushedBeforeAndAfterARestart() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "pushing");
            job.setDefinition(new CpsFlowDefinition(
                    "withPushedImages {\n" + PushLines.echo("registry.example/a", "1") + "sleep 10\n"
                            + PushLines.echo("registry.example/b", "1") + "}",
                    true));
            jenkins.waitForMessage("Sleeping for 10 sec", job.scheduleBuild2(0).waitForStart());
        });
        sessions.then(jenkins -> {
            WorkflowRun run = jenkins.jenkins
                    .getItemByFullName("pushing", WorkflowJob.class)
                    .getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            assertThat(PushedImages.of(run))
                    .extracting(image -> image.name())
                    .containsExactly("registry.example/a", "registry.example/b");
        });
    }
}
