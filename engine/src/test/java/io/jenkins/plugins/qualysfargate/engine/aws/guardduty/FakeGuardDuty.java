package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.ecs.FakeEcs;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers for GuardDuty and for ECS over HTTP, in the shapes of their service models, to whoever signs rightly. */
final class FakeGuardDuty implements AutoCloseable {
    static final String DETECTOR = "12abc34d567e8fa901bc2d34e56789f0";
    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-central-1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PATH = Pattern.compile("/detector/([^/]+)/coverage(/statistics)?");

    private final FakeEcs ecs = new FakeEcs(100);
    private final List<ObjectNode> resources = new ArrayList<>();
    private final TroubledPath path = TroubledPath.answering(this::answer);
    private List<String> detectors = List.of(DETECTOR);
    private int page = 50;
    private volatile Function<TroubledPath.Call, Fault.@Nullable Answer> trouble = call -> null;

    TroubledPath path() {
        return path;
    }

    FakeEcs ecs() {
        return ecs;
    }

    void off() {
        detectors = List.of();
    }

    void pagesOf(int most) {
        page = most;
    }

    /** From now on these answers come instead; null for the usual one. */
    void answersBy(Function<TroubledPath.Call, Fault.@Nullable Answer> other) {
        trouble = other;
    }

    /** As botocore's name of the operation. */
    static String operation(TroubledPath.Call call) {
        if (call.headers().containsKey("x-amz-target")) {
            return call.operation();
        }
        if (call.path().startsWith("/detector?")) {
            return "ListDetectors";
        }
        return call.path().endsWith("/statistics") ? "GetCoverageStatistics" : "ListCoverage";
    }

    /** A cluster on Fargate; what is returned may be changed. */
    ObjectNode covers(String cluster, String status, String... issues) {
        ObjectNode resource = JSON.createObjectNode()
                .put("resourceId", "r" + resources.size())
                .put("detectorId", DETECTOR)
                .put("accountId", ACCOUNT)
                .put("coverageStatus", status)
                .put("updatedAt", 1769083200.125);
        ObjectNode details = resource.putObject("resourceDetails").put("resourceType", "ECS");
        ObjectNode ecsDetails = details.putObject("ecsClusterDetails").put("clusterName", cluster);
        ArrayNode list = ecsDetails
                .putObject("fargateDetails")
                .put("managementType", "AUTO_MANAGED")
                .putArray("issues");
        List.of(issues).forEach(list::add);
        ecsDetails
                .putObject("containerInstanceDetails")
                .put("coveredContainerInstances", 0)
                .put("compatibleContainerInstances", 0);
        resources.add(resource);
        return resource;
    }

    private Fault.Answer answer(TroubledPath.Call call) {
        Fault.Answer other = trouble.apply(call);
        if (other != null) {
            return other;
        }
        if (call.headers().containsKey("x-amz-target")) {
            return ecs.answer(call);
        }
        if (!Signature.holds(call, REGION, "guardduty", StandIns.KEYS.secretAccessKey())) {
            return Fault.Answer.json(403, "SignatureDoesNotMatch", "The signature does not match.");
        }
        try {
            return answered(call);
        } catch (IOException e) {
            return Fault.Answer.json(400, "BadRequestException", "no JSON");
        }
    }

    private Fault.Answer answered(TroubledPath.Call call) throws IOException {
        if (call.operation().equals("GET")) {
            Matcher token = Pattern.compile("nextToken=([^&]*)").matcher(call.path());
            List<String> all = detectors;
            return token.find() || !call.path().contains("maxResults=50")
                    ? Fault.Answer.json(400, "BadRequestException", "no such page")
                    : list("detectorIds", JSON.valueToTree(all), 0);
        }
        Matcher path = PATH.matcher(call.path());
        JsonNode request = JSON.readTree(call.body());
        JsonNode criterion = request.at("/filterCriteria/filterCriterion/0");
        boolean ecsOnly = criterion.path("criterionKey").asText().equals("RESOURCE_TYPE")
                && criterion.at("/filterCondition/equals/0").asText().equals("ECS");
        if (!path.matches() || !detectors.contains(path.group(1)) || !ecsOnly) {
            return Fault.Answer.json(400, "BadRequestException", "The request is rejected.");
        }
        return path.group(2) == null ? coverage(request) : statistics();
    }

    private Fault.Answer coverage(JsonNode request) {
        int from = request.path("nextToken").asInt(0);
        int most = Math.min(page, request.path("maxResults").asInt());
        ArrayNode some = JSON.createArrayNode();
        resources.subList(from, Math.min(from + most, resources.size())).forEach(some::add);
        return list("resources", some, from + most < resources.size() ? from + most : 0);
    }

    private Fault.Answer statistics() {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode counts = answer.putObject("coverageStatistics").putObject("countByCoverageStatus");
        resources.forEach(each -> {
            String status = each.path("coverageStatus").asText();
            counts.put(status, counts.path(status).asInt(0) + 1);
        });
        return Fault.Answer.json(answer.toString());
    }

    private static Fault.Answer list(String field, ArrayNode items, int next) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set(field, items);
        if (next > 0) {
            answer.put("nextToken", Integer.toString(next));
        }
        return Fault.Answer.json(answer.toString());
    }

    @Override
    public void close() {
        path.close();
        ecs.close();
    }
}
