package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads the events of EventBridge about changed coverage; schema version 1.0. */
public final class CoverageEvents {
    private static final Set<String> TYPES =
            Set.of("GuardDuty Runtime Protection Unhealthy", "GuardDuty Runtime Protection Healthy");

    private CoverageEvents() {}

    /**
     * The change that the body of an event tells; empty if it is another event, or about no ECS cluster.
     *
     * @throws UnreadableValueException if it is such an event and does not say which cluster it is about
     */
    public static Optional<CoverageEvent> read(String body) throws UnreadableValueException {
        JsonNode event;
        try {
            event = SmallJson.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (SmallJson.NotReadable noEvent) {
            return Optional.empty();
        }
        JsonNode detail = event.path("detail");
        JsonNode resource = detail.path("resourceDetails");
        if (!SmallJson.text(event, "source").equals("aws.guardduty")
                || !TYPES.contains(SmallJson.text(event, "detail-type"))
                || !SmallJson.text(resource, "resourceType").equals("ECS")) {
            return Optional.empty();
        }
        String region = Scalars.text(event, "region");
        if (region.isEmpty()) {
            throw new UnreadableValueException("region", "", "the region that is meant");
        }
        CoveredCluster cluster = CoverageJson.cluster(
                Scalars.text(detail, "resourceAccountId"),
                resource.path("ecsClusterDetails"),
                Scalars.text(detail, "currentStatus"),
                Scalars.text(detail, "issue"),
                CoverageJson.instant(detail, "lastUpdatedAt"));
        String subject = cluster.account() + "/" + region + "/" + ForeignLine.of(cluster.cluster(), 255);
        return Optional.of(new CoverageEvent(
                subject,
                CoveragePolicy.judge(subject, cluster),
                Scalars.text(detail, "previousStatus"),
                cluster.issues(),
                cluster.updatedAt()));
    }
}
