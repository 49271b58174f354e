package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Path;
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

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        rig.agent();
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
}
