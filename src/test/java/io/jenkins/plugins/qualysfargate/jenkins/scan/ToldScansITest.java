package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.aws.AwsConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.harness.AwsStandIn;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who hears of the scans of a build. */
@WithJenkins
class ToldScansITest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alerts";

    @TempDir
    private Path directory;

    private JenkinsRule jenkins;
    private ScanRig rig;
    private AwsStandIn aws;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        rig = ScanRig.in(rule, directory);
        rig.agent();
        aws = AwsStandIn.start();
        System.setProperty("aws.accessKeyId", "AKIATEST");
        System.setProperty("aws.secretAccessKey", "secret");
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setRegion("eu-central-1");
        settings.setEndpoint(aws.endpoint());
        settings.setAlertTopic(TOPIC);
        settings.save();
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
        rig.close();
    }

    private WorkflowRun scan(String repository, Result expected) throws Exception {
        return rig.build(expected, ScanRig.scan("image: '" + rig.registry.push("team/" + repository + ":1") + "'"));
    }

    @Test
    void shouldAlertOnAVulnerableImageOnceAndNotOnACleanOne() throws Exception {
        rig.when("clean", "sample", "clean");
        rig.when("vulnerable", "sample", "vulnerable");

        WorkflowRun clean = scan("clean", Result.SUCCESS);
        assertThat(aws.calls("Publish")).isEmpty();
        jenkins.assertLogNotContains("Note: ", clean);
        scan("vulnerable", Result.FAILURE);

        assertThat(aws.calls("Publish")).singleElement().satisfies(call -> assertThat(call.body())
                .contains("TopicArn=" + TOPIC, "team/vulnerable"));
        assertThat(SharedEngine.engine().deliverAlerts().delivered()).isZero();
    }

    @Test
    void shouldAlertOnAScanWithoutAnAnswer() throws Exception {
        rig.when("broken", "exit", "5");

        scan("broken", Result.FAILURE);

        assertThat(aws.calls("Publish")).hasSize(1);
    }

    @Test
    void shouldSayInTheLogThatNobodyHeardAndTryAgainLater() throws Exception {
        rig.when("vulnerable", "sample", "vulnerable");
        aws.when("Publish", body -> AwsStandIn.Answer.xmlError(403, "AuthorizationError"));

        WorkflowRun run = scan("vulnerable", Result.FAILURE);

        jenkins.assertLogContains("Note: 1 alert(s) could not be delivered yet", run);
        jenkins.assertLogContains("sns:Publish", run);
        assertThat(RunScans.existing(run).orElseThrow().verdict()).isEqualTo(VerdictKind.FAIL);
        assertThat(SharedEngine.history().outbox().waiting(10)).hasSize(1);
    }

    @Test
    void shouldSayInTheLogThatFiguresAndLinesWereLost() throws Exception {
        rig.when("clean", "sample", "clean");
        AwsConfiguration.get().setMetricsNamespace("QualysFargate");
        AwsConfiguration.get().setLogGroup("/gone");
        AwsConfiguration.get().save();

        WorkflowRun run = scan("clean", Result.SUCCESS);

        jenkins.assertLogContains("Note: CloudWatch did not get the figures", run);
        jenkins.assertLogContains("/gone", run);
    }
}
