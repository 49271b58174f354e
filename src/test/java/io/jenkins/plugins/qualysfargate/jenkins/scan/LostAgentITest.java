package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.slaves.DumbSlave;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class LostAgentITest {
    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private ScanRig rig;
    private DumbSlave agent;
    private Path proceed;
    private WorkflowRun run;

    @BeforeEach
    void beginToScan(JenkinsRule rule) throws Exception {
        System.setProperty(ScanTask.PATIENCE, "60");
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        agent = rig.agent();
        proceed = directory.resolve("proceed");
        rig.when("clean", "sample", "clean");
        rig.when("clean", "do", "say waiting", "await " + proceed, "say going on");
        WorkflowJob job = rig.job("lost", ScanRig.scan("image: '" + rig.registry.push("team/clean:1") + "'"));
        run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("waiting", run);
    }

    @AfterEach
    void stop() throws Exception {
        System.clearProperty(ScanTask.PATIENCE);
        if (!Files.exists(proceed)) {
            Files.createFile(proceed);
        }
        rig.close();
    }

    @Test
    void shouldGoOnWhenTheAgentComesBack() throws Exception {
        agent.toComputer().disconnect(new OfflineCause.ByCLI("unplugged")).get();
        jenkins.waitForMessage("does not answer", run);
        Files.createFile(proceed);
        reconnect();

        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));

        jenkins.assertLogContains("answers again", run);
        jenkins.assertLogContains("going on", run);
        assertThat(rig.calls("clean")).hasSize(1);
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.PASS);
    }

    /** A busy machine may take the agent's process down only after the first attempt. */
    private void reconnect() throws Exception {
        for (int left = 5; !agent.toComputer().isOnline() && left > 0; left--) {
            try {
                agent.toComputer().connect(true).get();
            } catch (ExecutionException notYet) {
                assertThat(left).as("agent is still away: %s", notYet).isGreaterThan(1);
            }
        }
    }

    @Test
    void shouldGiveNoAnswerWhenTheAgentStaysAway() throws Exception {
        agent.toComputer().disconnect(new OfflineCause.ByCLI("unplugged")).get();
        jenkins.waitForMessage("does not answer", run);
        jenkins.jenkins.removeNode(agent);
        // Longer than patience lasts, because everything else that waits for an agent has a longer one.
        WorkflowRun ended = jenkins.waitForCompletion(run);

        assertThat(ended.getResult()).isIn(Result.FAILURE, Result.ABORTED);
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.INDETERMINATE);
    }
}
