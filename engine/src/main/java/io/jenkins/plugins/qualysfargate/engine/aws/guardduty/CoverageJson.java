package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes values of what GuardDuty writes, in its answers and in its events; names as in the service model 2017-11-28. */
final class CoverageJson {
    private static final int MOST_ISSUES = 50;
    // The year 9999 in seconds; what is larger are milliseconds.
    private static final BigDecimal LAST_SECOND = new BigDecimal(253_402_300_799L);
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal LAST_SECOND_IN_EVENTS = new BigDecimal(100_000_000_000L);

    private CoverageJson() {}

    /** The cluster that a resource of a list is; null if it is of another type. */
    static @Nullable CoveredCluster cluster(JsonNode resource) throws UnreadableValueException {
        JsonNode details = resource.path("resourceDetails");
        String type = Scalars.text(details, "resourceType");
        JsonNode cluster = details.path("ecsClusterDetails");
        if (!type.isEmpty() && !type.equals("ECS")) {
            return null;
        }
        return cluster(
                Scalars.text(resource, "accountId"),
                cluster,
                Scalars.text(resource, "coverageStatus"),
                Scalars.text(resource, "issue"),
                instant(resource, "updatedAt"));
    }

    static CoveredCluster cluster(
            String account, JsonNode details, String status, String issue, @Nullable Instant updatedAt)
            throws UnreadableValueException {
        String name = Scalars.text(details, "clusterName");
        if (name.isEmpty() || account.isEmpty()) {
            throw new UnreadableValueException(
                    name.isEmpty() ? "clusterName" : "accountId", "", "the cluster or account that is meant");
        }
        JsonNode fargate = details.path("fargateDetails");
        JsonNode instances = details.path("containerInstanceDetails");
        List<String> issues = new ArrayList<>();
        if (!issue.isEmpty()) {
            issues.add(issue);
        }
        for (JsonNode each : fargate.path("issues")) {
            String text = ForeignLine.of(each.asText(""));
            if (!text.isEmpty() && !issues.contains(text) && issues.size() < MOST_ISSUES) {
                issues.add(text);
            }
        }
        Long covered = Scalars.count(instances, "coveredContainerInstances");
        Long compatible = Scalars.count(instances, "compatibleContainerInstances");
        return new CoveredCluster(
                account,
                name.substring(name.lastIndexOf('/') + 1),
                status,
                issues,
                Scalars.text(fargate, "managementType"),
                covered == null ? 0 : covered,
                compatible == null ? 0 : compatible,
                updatedAt);
    }

    /** Seconds with a fraction, milliseconds or ISO 8601: answers have the first, and events are not documented. */
    static @Nullable Instant instant(JsonNode node, String field) throws UnreadableValueException {
        String text = Scalars.text(node, field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (Character.isDigit(text.charAt(0)) && text.indexOf('-') < 0) {
                BigDecimal number = new BigDecimal(text);
                BigDecimal seconds = number.compareTo(LAST_SECOND_IN_EVENTS) > 0 ? number.divide(THOUSAND) : number;
                if (seconds.compareTo(LAST_SECOND) <= 0) {
                    return Instant.ofEpochMilli(seconds.multiply(THOUSAND).longValue());
                }
            } else {
                return Instant.parse(text);
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new UnreadableValueException(field, text, "a time");
        }
        throw new UnreadableValueException(field, text, "a time");
    }
}
