package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs on ECS over HTTP, from a fake that answers in ECS' shapes. */
@Timeout(60)
class EcsRunningImagesTest {
    private static final String APP = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1";

    private final FakeEcs ecs = new FakeEcs(3);
    private final AwsClients clients =
            new AwsClients(StandIns.at(ecs.path().endpoint()).bounded(Duration.ofSeconds(3), Duration.ofSeconds(1), 2));

    @AfterEach
    void close() {
        clients.close();
        ecs.close();
    }

    private List<RunningImage> running() throws BlindException {
        return new EcsRunningImages(clients.ecs()).running();
    }

    @Test
    void shouldWalkThroughAllPagesOfAllClusters() throws BlindException {
        for (int i = 0; i < 25; i++) {
            ecs.runs("cluster-" + i % 5, APP, digest(i).value(), 1_700_000_000L + i);
        }
        ecs.cluster("empty");

        assertThat(running()).hasSize(25).doesNotHaveDuplicates();
        assertThat(running())
                .contains(new RunningImage("cluster-2", "app", APP, digest(7), Instant.ofEpochSecond(1_700_000_007L)));
    }

    @Test
    void shouldKnowWhatRunsAndWhatDoesNotAnyMore() throws BlindException {
        ObjectNode task = ecs.runs("prod", APP, digest(1).value(), 1);
        task.withArray("containers").addObject().put("name", "init").put("lastStatus", "STOPPED");
        task.withArray("containers").addObject().put("name", "soon").put("lastStatus", "PENDING");
        task.withArray("containers").addObject().put("name", "odd").put("lastStatus", "RUNNING");
        ecs.ends(ecs.runs("prod", APP, digest(2).value(), 1));

        assertThat(running()).extracting(RunningImage::container).containsExactly("app", "odd");
        assertThat(running().get(1).digest()).as("ECS does not say").isNull();
    }

    @Test
    void shouldFindNothingInAClusterThatWasDeletedSince() throws BlindException {
        ecs.runs("prod", APP, digest(1).value(), 1);
        ecs.cluster("gone");
        ecs.answersBy(
                call -> call.operation().equals("ListTasks") && call.body().contains("gone")
                        ? Fault.Answer.json(400, "ClusterNotFoundException", "Cluster not found.")
                        : null);

        assertThat(running()).hasSize(1);
    }

    @Test
    void shouldSayThatATaskIsNotDescribed() {
        ecs.runs("prod", APP, digest(1).value(), 1);
        ecs.answersBy(call -> call.operation().equals("DescribeTasks")
                ? Fault.Answer.json("{\"tasks\":[],\"failures\":[{\"arn\":\"a\",\"reason\":\"ACCESS\"}]}")
                : null);

        assertThatThrownBy(this::running)
                .isInstanceOf(BlindException.class)
                .hasMessageContaining("cluster prod")
                .hasMessageContaining("ACCESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListClusters", "ListTasks", "DescribeTasks"})
    void shouldBeBlindWhenAnyCallIsRefused(String operation) {
        ecs.runs("prod", APP, digest(1).value(), 1);
        ecs.answersBy(call ->
                call.operation().equals(operation) ? Fault.Answer.json(400, "AccessDeniedException", "no") : null);

        assertThatThrownBy(this::running).isInstanceOfSatisfying(BlindException.class, blind -> {
            assertThat(blind.situation()).contains("ecs:" + operation);
            assertThat(blind.howToFix()).contains("Allow ecs:" + operation);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void shouldBeBlindWhenTheServiceFails(int status) {
        ecs.answersBy(call -> Fault.Answer.json(status, "ServerException", "broken"));

        assertThatThrownBy(this::running).isInstanceOf(BlindException.class).hasMessageContaining("ecs:ListClusters");
    }

    @Test
    void shouldBeBlindWhenAProxyAnswersInstead() {
        ecs.answersBy(call -> new Fault.Answer(200, "text/html", "<html>sign in</html>"));

        assertThatThrownBy(this::running).isInstanceOf(BlindException.class);
    }

    @Test
    void shouldBeBlindWhenTheListGoesInACircle() {
        ecs.answersBy(call -> Fault.Answer.json("{\"clusterArns\":[],\"nextToken\":\"again\"}"));

        assertThatThrownBy(this::running).isInstanceOf(BlindException.class).hasMessageContaining("lead in a circle");
    }
}
