package io.jenkins.plugins.qualysfargate.jenkins.push;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import io.jenkins.plugins.qualysfargate.jenkins.aws.AwsConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.harness.AwsStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EcrImagePushTriggerITest {
    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final String REGISTRY = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    private JenkinsRule jenkins;
    private AwsStandIn aws;
    private QueueStandIn queue;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws = AwsStandIn.start();
        queue = QueueStandIn.in(aws);
        System.setProperty("aws.accessKeyId", "AKIATEST");
        System.setProperty("aws.secretAccessKey", "secret");
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setRegion("eu-central-1");
        settings.setEndpoint(aws.endpoint());
        settings.setPushQueues("pushes");
        settings.save();
    }

    @AfterEach
    void stop() throws Exception {
        PollPushes.stopAll();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
    }

    private static void poll() {
        ExtensionList.lookupSingleton(PollPushes.class).doRun();
    }

    private static void await(String what, BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    /** One that comes while another of its digest is handled is put off for a minute. */
    private boolean noneLeft() {
        queue.showHidden();
        return queue.left() == 0;
    }

    private static EcrImagePushTrigger trigger(String repository, boolean awaitBuild) {
        EcrImagePushTrigger trigger = new EcrImagePushTrigger();
        trigger.setRepository(repository);
        trigger.setAwaitBuild(awaitBuild);
        return trigger;
    }

    private WorkflowJob pipeline(String name, String script, EcrImagePushTrigger trigger) throws Exception {
        WorkflowJob job = jenkins.jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.addTrigger(trigger);
        trigger.start(job, true);
        return job;
    }

    @Test
    void shouldBuildADeclarativePipelineWithEverythingThatThePushSays() throws Exception {
        WorkflowJob job = jenkins.jenkins.createProject(WorkflowJob.class, "scan");
        job.setDefinition(new CpsFlowDefinition("""
                pipeline {
                  agent none
                  triggers { ecrImagePush(repository: 'payments/*', tag: '1.*', region: 'eu-central-1') }
                  stages { stage('show') { steps {
                    echo "image=${params.IMAGE} tag=${params.TAG} ${params.REPOSITORY} ${params.REGISTRY} ${env.DIGEST}"
                  } } }
                }""", true));
        jenkins.buildAndAssertSuccess(job);
        queue.send(QueueStandIn.push("payments/api", "1.2", DIGEST));
        queue.send(QueueStandIn.push("payments/api", "latest", "sha256:" + "cd".repeat(32)));
        queue.send(QueueStandIn.push("other/api", "1.2", "sha256:" + "ef".repeat(32)));
        queue.send("{\"detail-type\": 7}");

        poll();

        await("all pushes are done with", () -> queue.left() == 0);
        jenkins.waitUntilNoActivity();
        WorkflowRun run = job.getBuildByNumber(2);
        jenkins.assertLogContains(
                "image=" + REGISTRY + "/payments/api@" + DIGEST + " tag=1.2 payments/api " + REGISTRY + " " + DIGEST,
                run);
        jenkins.assertLogContains("Push of " + REGISTRY + "/payments/api:1.2 to ECR at 2026-11-21T10:00:00Z", run);
        assertThat(job.getBuilds()).hasSize(2);
        assertThat(queue.dead()).singleElement().satisfies(dead -> assertThat(dead)
                .contains("detail-type", "reason"));
    }

    @Test
    void shouldBuildADigestOnceWhileItWaitsOrIsBuilt() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        job.setAssignedLabel(jenkins.jenkins.getLabel("nobody-has-this"));
        EcrImagePushTrigger trigger = trigger("", false);
        job.addTrigger(trigger);
        trigger.start(job, true);
        queue.send(QueueStandIn.push("payments/api", "1.2", DIGEST));
        queue.send(QueueStandIn.push("payments/api", "1.2", DIGEST));

        poll();
        await("both pushes are done with", this::noneLeft);
        queue.showAgain();
        await("both pushes are done with again", this::noneLeft);

        Queue.Item[] items = Queue.getInstance().getItems();
        assertThat(items).hasSize(1);
        assertThat(items[0].getAction(ParametersAction.class)
                        .getParameter("DIGEST")
                        .getValue())
                .isEqualTo(DIGEST);
        assertThat(jenkins.jenkins.getRootDir().toPath().resolve("queue.xml"))
                .content()
                .contains(DIGEST);
    }

    @Test
    void shouldKeepThePushUntilTheBuildHasEndedWhereTheJobSaysSo() throws Exception {
        WorkflowJob job = pipeline("job", "input 'go on?'", trigger("payments/*", true));
        queue.send(QueueStandIn.push("payments/api", "1.2", DIGEST));

        poll();
        await("the build runs", () -> job.getLastBuild() != null);
        jenkins.waitForMessage("go on?", job.getLastBuild());
        assertThat(queue.left()).isEqualTo(1);
        job.getLastBuild().doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(job.getLastBuild()));

        await(
                "the push is shown again",
                () -> aws.calls("ChangeMessageVisibility").size() > 0);
        assertThat(queue.left()).isEqualTo(1);
        job.setDefinition(new CpsFlowDefinition("echo 'done'", true));
        queue.showAgain();
        await("the push is done with", () -> queue.left() == 0);
        assertThat(job.getLastBuild().getResult()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void shouldStopToPollWhenNoJobWaitsOrJenkinsQuietsDown() throws Exception {
        WorkflowJob job = pipeline("job", "echo 'hello'", trigger("", false));
        job.makeDisabled(true);
        queue.send(QueueStandIn.push("payments/api", "1.2", DIGEST));

        poll();

        assertThat(aws.calls("ReceiveMessage")).isEmpty();
        job.makeDisabled(false);
        jenkins.jenkins.doQuietDown(false, 0, null, false);
        poll();
        assertThat(aws.calls("ReceiveMessage")).isEmpty();
        jenkins.jenkins.doCancelQuietDown();
        poll();
        await("the push is done with", () -> queue.left() == 0);
    }

    @Test
    void shouldTakeNothingFromAQueueThatNoAdministratorHasNamed() throws Exception {
        EcrImagePushTrigger trigger = trigger("", false);
        trigger.setQueue("production-orders");
        pipeline("job", "echo 'hello'", trigger);

        poll();

        assertThat(trigger.chosenQueue()).isEmpty();
        assertThat(aws.calls("GetQueueUrl")).isEmpty();
    }

    @Test
    void shouldLetThroughWhatItsFiltersSay() {
        EcrImagePushTrigger trigger = trigger("payments/*", false);
        trigger.setTag("1.?");
        trigger.setAccount("123456789012");

        assertThat(trigger.wants(push("payments/api/v2", "1.2"))).isTrue();
        assertThat(trigger.wants(push("payments/api", "1.22"))).isFalse();
        assertThat(trigger.wants(push("payments/api", null))).isFalse();
        assertThat(trigger.wants(push("orders/api", "1.2"))).isFalse();
        trigger.setAccount("210987654321");
        assertThat(trigger.wants(push("payments/api", "1.2"))).isFalse();
        trigger.setAccount("");
        trigger.setRegion("us-east-1");
        assertThat(trigger.wants(push("payments/api", "1.2"))).isFalse();
    }

    private static Push push(String repository, String tag) {
        return new Push(
                new EcrRegistry("123456789012", "eu-central-1"),
                repository,
                new Digest(DIGEST),
                tag,
                Instant.parse("2026-11-21T10:00:00Z"),
                "event-1",
                null);
    }

    @Test
    void shouldSurviveTheFormOfAJobAndARestart() throws Throwable {
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        EcrImagePushTrigger trigger = trigger("payments/*", true);
        trigger.setQueue("pushes");
        trigger.setTag("v*");
        trigger.setAccount("123456789012");
        trigger.setRegion("eu-central-1");
        job.addTrigger(trigger);
        job.save();

        jenkins.configRoundtrip(job);
        assertKept(job);
        jenkins.restart();
        assertKept(jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class));
        assertThat(PushTriggers.queues()).containsExactly("pushes");
    }

    private static void assertKept(FreeStyleProject job) {
        EcrImagePushTrigger kept = job.getTrigger(EcrImagePushTrigger.class);
        assertThat(kept.getQueue()).isEqualTo("pushes");
        assertThat(kept.getRepository()).isEqualTo("payments/*");
        assertThat(kept.getTag()).isEqualTo("v*");
        assertThat(kept.getAccount()).isEqualTo("123456789012");
        assertThat(kept.getRegion()).isEqualTo("eu-central-1");
        assertThat(kept.isAwaitBuild()).isTrue();
    }

    /** Missing permission checks: SECURITY-1017 checkmarx, 3203 nexus, 3256 neuvector. */
    @Test
    void shouldShowQueuesAndProblemsToWhoConfiguresTheJob() throws Exception {
        jenkins.createFreeStyleProject("job");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.CONFIGURE)
                .everywhere()
                .to("configurer"));
        var descriptor = ExtensionList.lookupSingleton(EcrImagePushTrigger.DescriptorImpl.class);
        String choices = "job/job/" + FormMethods.url(descriptor, "doFillQueueItems");
        String account = "job/job/" + FormMethods.url(descriptor, "doCheckAccount");
        String named = "job/job/" + FormMethods.url(descriptor, "doCheckQueue");

        FormMethods reader = FormMethods.as(jenkins, "reader");
        assertThat(reader.answer(choices, Map.of("queue", "mine")))
                .contains("mine")
                .doesNotContain("pushes");
        assertThat(reader.answer(account, Map.of("value", "<b>"))).isEqualTo("<div/>");
        assertThat(reader.answer(named, Map.of("value", "guess"))).isEqualTo("<div/>");
        FormMethods configurer = FormMethods.as(jenkins, "configurer");
        assertThat(configurer.answer(choices, Map.of("queue", "mine"))).contains("mine", "pushes");
        assertThat(configurer.answer(account, Map.of("value", "<b>")))
                .contains(FormMethods.ERROR)
                .doesNotContain("<b>");
        assertThat(configurer.answer(named, Map.of("value", "guess"))).contains(FormMethods.ERROR);
        assertThat(configurer.answer(named, Map.of("value", "pushes"))).isEqualTo("<div/>");
    }

    @Test
    void shouldBeOfferedForFreestyleAndPipelineJobs() throws Exception {
        var descriptor = ExtensionList.lookupSingleton(EcrImagePushTrigger.DescriptorImpl.class);

        for (Item item : List.of(
                jenkins.createFreeStyleProject("free"), jenkins.jenkins.createProject(WorkflowJob.class, "pipeline"))) {
            assertThat(descriptor.isApplicable(item)).isTrue();
        }
    }
}
