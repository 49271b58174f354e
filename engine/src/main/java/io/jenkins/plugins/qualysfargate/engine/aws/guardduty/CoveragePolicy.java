package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import java.util.stream.Collectors;

/** Says how a cluster is, by what GuardDuty says of it. */
final class CoveragePolicy {
    private CoveragePolicy() {}

    static Condition judge(String subjectId, CoveredCluster cluster) {
        boolean onlyFargate = cluster.compatible() == 0;
        if (cluster.management().equals("DISABLED") && onlyFargate) {
            return new Condition(
                    subjectId,
                    Level.NOT_APPLICABLE,
                    cluster.updatedAt(),
                    null,
                    "GuardDuty is told to put no agent into this cluster (managementType DISABLED).",
                    "");
        }
        return switch (cluster.status()) {
            case "HEALTHY" -> healthy(subjectId, cluster);
            case "UNHEALTHY" -> condition(subjectId, cluster, Level.UNHEALTHY, said(cluster), remedy(cluster));
            default ->
                condition(
                        subjectId,
                        cluster,
                        Level.UNCLEAR,
                        "GuardDuty uses a word for its coverage that is not known here: '" + cluster.status() + "'. "
                                + said(cluster),
                        "Look at the cluster in the console of GuardDuty, and report the word.");
        };
    }

    private static Condition healthy(String subjectId, CoveredCluster cluster) {
        if (cluster.covered() < cluster.compatible()) {
            return condition(
                    subjectId,
                    cluster,
                    Level.UNHEALTHY,
                    "GuardDuty calls it healthy, but only " + cluster.covered() + " of " + cluster.compatible()
                            + " container instances have an agent.",
                    "Put the agent on the other container instances.");
        }
        if (!cluster.issues().isEmpty()) {
            return condition(
                    subjectId,
                    cluster,
                    Level.UNCLEAR,
                    "GuardDuty calls it healthy and names issues. " + said(cluster),
                    remedy(cluster));
        }
        return condition(subjectId, cluster, Level.HEALTHY, "", "");
    }

    private static Condition condition(
            String subjectId, CoveredCluster cluster, Level level, String reason, String howToFix) {
        // Every new task moves GuardDuty's date, so that what is bad would begin anew each time: it counts since it was
        // seen.
        return new Condition(
                subjectId, level, level == Level.HEALTHY ? cluster.updatedAt() : null, null, reason, howToFix);
    }

    private static String said(CoveredCluster cluster) {
        String instances = cluster.compatible() == 0
                ? ""
                : " " + cluster.covered() + " of " + cluster.compatible() + " container instances have an agent.";
        return (cluster.issues().isEmpty()
                        ? "GuardDuty names no issue."
                        : cluster.issues().stream()
                                .map(issue -> issue.endsWith(".") ? issue : issue + ".")
                                .collect(Collectors.joining(" ")))
                + instances;
    }

    private static String remedy(CoveredCluster cluster) {
        return cluster.issues().isEmpty()
                ? CoverageIssue.NOT_PROVISIONED.remedy()
                : cluster.issues().stream()
                        .map(CoverageIssue::of)
                        .distinct()
                        .map(CoverageIssue::remedy)
                        .collect(Collectors.joining(" "));
    }
}
