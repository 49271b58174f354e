package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPage;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPages;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsProblem;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImage;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImages;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.Task;

/** The images of all containers that run on ECS in one account and region, Fargate or not. */
public final class EcsRunningImages implements RunningImages {
    /** API reference of ECS, ListTasks and DescribeTasks. */
    private static final int AT_ONCE = 100;

    private static final int MOST_CONTAINERS = 200_000;

    private final EcsClient ecs;

    public EcsRunningImages(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public List<RunningImage> running() throws BlindException {
        try {
            List<RunningImage> all = new ArrayList<>();
            for (String cluster : new EcsClusters(ecs).arns()) {
                List<String> tasks = tasks(cluster);
                for (int from = 0; from < tasks.size(); from += AT_ONCE) {
                    describe(cluster, tasks.subList(from, Math.min(from + AT_ONCE, tasks.size())), all);
                }
            }
            return all;
        } catch (AwsException failed) {
            throw new BlindException(String.valueOf(failed.getMessage()), failed.howToFix(), false, failed);
        }
    }

    private List<String> tasks(String cluster) {
        AwsCall call = new AwsCall("ecs:ListTasks", "cluster " + EcsClusters.name(cluster));
        try {
            return AwsPages.all(call, token -> {
                var page = ecs.listTasks(request -> request.cluster(cluster)
                        .desiredStatus(DesiredStatus.RUNNING)
                        .maxResults(AT_ONCE)
                        .nextToken(token));
                return new AwsPage<>(page.taskArns(), page.nextToken());
            });
        } catch (AwsException failed) {
            // Deleted since it was listed, so that nothing runs in it.
            if (failed.problem() == AwsProblem.MISSING) {
                return List.of();
            }
            throw failed;
        }
    }

    private void describe(String cluster, List<String> tasks, List<RunningImage> all) throws BlindException {
        String name = EcsClusters.name(cluster);
        DescribeTasksResponse answer = new AwsCall("ecs:DescribeTasks", "tasks of cluster " + name)
                .on(() -> ecs.describeTasks(request -> request.cluster(cluster).tasks(tasks)));
        for (Failure failure : answer.failures()) {
            // A task that has ended since it was listed runs no more; anything else hides what runs.
            if (!"MISSING".equals(failure.reason())) {
                throw new BlindException(
                        "ECS does not describe the task " + failure.arn() + " of cluster " + name + ": "
                                + failure.reason() + ".",
                        "Look at the task in the console of ECS, and whether the role that calls may see it.",
                        false,
                        null);
            }
        }
        for (Task task : answer.tasks()) {
            task.containers().stream()
                    .filter(container -> !"STOPPED".equals(container.lastStatus()))
                    .filter(container -> container.imageDigest() != null || "RUNNING".equals(container.lastStatus()))
                    .forEach(container -> all.add(image(name, task, container)));
        }
        if (all.size() > MOST_CONTAINERS) {
            throw new BlindException(
                    "More than " + MOST_CONTAINERS + " containers run on ECS in this account and region.",
                    "Divide them among several sources, or report it if this is what you have.",
                    false,
                    null);
        }
    }

    private static RunningImage image(String cluster, Task task, Container container) {
        return new RunningImage(
                cluster,
                text(container.name()),
                text(container.image()),
                Digest.parse(text(container.imageDigest())).orElse(null),
                task.startedAt() == null ? task.createdAt() : task.startedAt());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
