package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers for ECS over HTTP, in pages and in ECS' own shapes. */
public final class FakeEcs implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:ecs:eu-central-1:123456789012:";

    private final Map<String, List<ObjectNode>> clusters = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();
    private final int page;
    private final TroubledPath path;
    private volatile Function<TroubledPath.Call, Fault.@Nullable Answer> trouble = call -> null;

    /** @param page at most so many clusters or tasks in one answer, whatever is asked for */
    public FakeEcs(int page) {
        this.page = page;
        this.path = TroubledPath.answering(this::answer);
    }

    public TroubledPath path() {
        return path;
    }

    /** From now on these answers come instead; null for the usual one. */
    public void answersBy(Function<TroubledPath.Call, Fault.@Nullable Answer> other) {
        trouble = other;
    }

    public FakeEcs cluster(String name) {
        clusters.computeIfAbsent(arn(name), each -> new ArrayList<>());
        return this;
    }

    public static String arn(String cluster) {
        return ARN + "cluster/" + cluster;
    }

    /** A task with one container; the task that was begun is returned, so that more can be said of it. */
    ObjectNode runs(String cluster, String image, @Nullable String digest, long startedAt) {
        List<ObjectNode> tasks = clusters.computeIfAbsent(arn(cluster), each -> new ArrayList<>());
        ObjectNode task = JSON.createObjectNode()
                .put("taskArn", ARN + "task/" + cluster + "/" + tasks.size())
                .put("startedAt", startedAt)
                .put("lastStatus", "RUNNING");
        ObjectNode container = task.putArray("containers").addObject();
        container.put("name", "app").put("image", image).put("lastStatus", "RUNNING");
        if (digest != null) {
            container.put("imageDigest", digest);
        }
        tasks.add(task);
        return task;
    }

    /** The task is listed, and has ended when it is described. */
    void ends(ObjectNode task) {
        ended.add(task.path("taskArn").asText());
    }

    /** As ECS answers; for a fake that stands for several services. */
    public Fault.Answer answer(TroubledPath.Call call) {
        Fault.Answer other = trouble.apply(call);
        if (other != null) {
            return other;
        }
        try {
            JsonNode request = JSON.readTree(call.body());
            return switch (call.operation()) {
                case "ListClusters" -> page(request, "clusterArns", List.copyOf(clusters.keySet()));
                case "ListTasks" -> listed(request);
                case "DescribeTasks" -> described(request);
                default -> Fault.Answer.json(400, "UnknownOperationException", call.operation());
            };
        } catch (IOException e) {
            return Fault.Answer.json(400, "SerializationException", "no JSON");
        }
    }

    private Fault.Answer listed(JsonNode request) {
        List<ObjectNode> tasks = clusters.get(request.path("cluster").asText());
        return tasks == null
                ? Fault.Answer.json(400, "ClusterNotFoundException", "Cluster not found.")
                : page(
                        request,
                        "taskArns",
                        tasks.stream()
                                .map(each -> each.path("taskArn").asText())
                                .toList());
    }

    private Fault.Answer described(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode tasks = answer.putArray("tasks");
        ArrayNode failures = answer.putArray("failures");
        for (JsonNode arn : request.path("tasks")) {
            if (ended.contains(arn.asText())) {
                failures.addObject().put("arn", arn.asText()).put("reason", "MISSING");
            }
            clusters.getOrDefault(request.path("cluster").asText(), List.of()).stream()
                    .filter(task -> task.path("taskArn").equals(arn) && !ended.contains(arn.asText()))
                    .forEach(tasks::add);
        }
        return Fault.Answer.json(answer.toString());
    }

    private Fault.Answer page(JsonNode request, String field, List<String> all) {
        int from = request.path("nextToken").asInt(0);
        int most = Math.min(page, request.path("maxResults").asInt(100));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode some = answer.putArray(field);
        all.subList(from, Math.min(from + most, all.size())).forEach(some::add);
        if (from + most < all.size()) {
            answer.put("nextToken", Integer.toString(from + most));
        }
        return Fault.Answer.json(answer.toString());
    }

    @Override
    public void close() {
        path.close();
    }
}
