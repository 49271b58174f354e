package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPage;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPages;
import io.jenkins.plugins.qualysfargate.engine.aws.SignedService;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The three calls to GuardDuty, in one region; every failure is an AwsException that names its call. Used by one thread. */
final class CoverageCalls {
    /** API reference of GuardDuty, ListDetectors and ListCoverage. */
    private static final int LARGEST_PAGE = 50;

    // It becomes a part of an address.
    private static final Pattern DETECTOR = Pattern.compile("[A-Za-z0-9-]{1,300}");

    private final SignedService service;
    private final String region;
    private final Clock clock;
    private final ClockSkew skew;

    CoverageCalls(SignedService service, String region, Clock clock, ClockSkew skew) {
        this.service = service;
        this.region = region;
        this.clock = clock;
        this.skew = skew;
    }

    /** One at most in practice; none means that GuardDuty is off. */
    List<String> detectors() {
        AwsCall call = new AwsCall("guardduty:ListDetectors", "GuardDuty in " + region);
        return AwsPages.all(call, token -> {
            String next = token == null ? "" : "&nextToken=" + encoded(token);
            JsonNode page = ask(call, "/detector?maxResults=" + LARGEST_PAGE + next, null);
            List<String> ids = new ArrayList<>();
            for (JsonNode id : list(call, page, "detectorIds")) {
                if (!DETECTOR.matcher(id.asText("")).matches()) {
                    throw garbage(call, "it names a detector that can be none");
                }
                ids.add(id.asText());
            }
            return new AwsPage<>(ids, SmallJson.text(page, "nextToken"));
        });
    }

    /** As signatures want it: RFC 3986, section 2. */
    private static String encoded(String token) {
        return URLEncoder.encode(token, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** What GuardDuty says of every ECS cluster that it knows. */
    List<CoveredCluster> clusters(String detector) {
        AwsCall call = new AwsCall("guardduty:ListCoverage", "detector " + detector + " in " + region);
        return AwsPages.all(call, token -> {
            ObjectNode request = onlyEcs().put("maxResults", LARGEST_PAGE);
            if (token != null) {
                request.put("nextToken", token);
            }
            JsonNode page = ask(call, "/detector/" + detector + "/coverage", request);
            List<CoveredCluster> clusters = new ArrayList<>();
            for (JsonNode resource : list(call, page, "resources")) {
                try {
                    CoveredCluster cluster = CoverageJson.cluster(resource);
                    if (cluster != null) {
                        clusters.add(cluster);
                    }
                } catch (UnreadableValueException unreadable) {
                    throw garbage(call, String.valueOf(unreadable.getMessage()));
                }
            }
            return new AwsPage<>(clusters, SmallJson.text(page, "nextToken"));
        });
    }

    /** GuardDuty's own count. */
    CoverageFigures figures(String account, String detector) {
        AwsCall call = new AwsCall("guardduty:GetCoverageStatistics", "detector " + detector + " in " + region);
        ObjectNode request = onlyEcs();
        request.putArray("statisticsType").add("COUNT_BY_COVERAGE_STATUS");
        JsonNode answer = ask(call, "/detector/" + detector + "/coverage/statistics", request);
        JsonNode counts = answer.path("coverageStatistics").path("countByCoverageStatus");
        if (!counts.isObject() && !answer.path("coverageStatistics").isObject()) {
            throw garbage(call, "it holds no statistics");
        }
        long healthy = 0;
        long all = 0;
        for (Map.Entry<String, JsonNode> each : counts.properties()) {
            try {
                Long count = Scalars.count(counts, each.getKey());
                all += count == null ? 0 : count;
                healthy += count != null && each.getKey().equals("HEALTHY") ? count : 0;
            } catch (UnreadableValueException unreadable) {
                throw garbage(call, String.valueOf(unreadable.getMessage()));
            }
        }
        return new CoverageFigures(account, region, healthy, all);
    }

    private static ObjectNode onlyEcs() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode criterion = request.putObject("filterCriteria")
                .putArray("filterCriterion")
                .addObject()
                .put("criterionKey", "RESOURCE_TYPE");
        criterion.putObject("filterCondition").putArray("equals").add("ECS");
        return request;
    }

    private JsonNode ask(AwsCall call, String path, @Nullable ObjectNode request) {
        Instant sent = clock.instant();
        HttpAnswer answer = service.call(call, path, request == null ? null : request.toString());
        skew.answered(ClockSkew.date(answer), sent, clock.instant());
        try {
            return SmallJson.read(answer.body().open());
        } catch (SmallJson.NotReadable unreadable) {
            throw call.failed(
                    SdkClientException.create("The answer cannot be used: " + unreadable.getMessage(), unreadable));
        }
    }

    private static JsonNode list(AwsCall call, JsonNode page, String field) {
        JsonNode list = page.path(field);
        if (!list.isArray()) {
            throw garbage(call, "it holds no list " + field);
        }
        return list;
    }

    private static RuntimeException garbage(AwsCall call, String why) {
        return call.failed(SdkClientException.create("The answer cannot be used: " + why));
    }
}
