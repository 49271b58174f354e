package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.aws.ecs.EcsClusters;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what GuardDuty and ECS say of one account in one region. */
final class ScopeLook {
    private static final String OFF = "GuardDuty is off in %s of account %s: there is no detector.";
    private static final String SWITCH_ON =
            "Switch on GuardDuty and its Runtime Monitoring there, then start the tasks again.";

    private final CoverageScope scope;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final List<Component> components = new ArrayList<>();

    ScopeLook(CoverageScope scope) {
        this.scope = scope;
    }

    /** @param clusters the names of those that ECS has */
    ScopeLook without(List<String> clusters) {
        String off = OFF.formatted(scope.region(), scope.account());
        row(new Condition(scope.id(), Level.UNHEALTHY, null, null, off, SWITCH_ON));
        for (String cluster : clusters) {
            String id = subject(scope.account(), cluster);
            conditions.put(id, new Condition(id, Level.UNHEALTHY, null, null, off, SWITCH_ON));
        }
        return this;
    }

    ScopeLook with(CoverageFigures figures, List<CoveredCluster> covered, List<String> clusters) {
        row(new Condition(scope.id(), Level.HEALTHY, null, null, "", ""));
        components.add(new Component(
                Component.Kind.SERVICE,
                scope.id(),
                "GuardDuty in " + scope.region() + " of account " + scope.account(),
                true,
                figures.words(),
                ""));
        Set<String> inEcs = new TreeSet<>(clusters);
        for (CoveredCluster cluster : covered) {
            String id = subject(cluster.account(), cluster.cluster());
            boolean gone = cluster.account().equals(scope.account())
                    && !inEcs.remove(cluster.cluster())
                    && !clusters.contains(cluster.cluster());
            Condition judged = gone ? gone(id) : CoveragePolicy.judge(id, cluster);
            // Listed twice, the worse counts.
            conditions.merge(id, judged, ScopeLook::worse);
        }
        for (String cluster : inEcs) {
            String id = subject(scope.account(), cluster);
            conditions.put(
                    id,
                    new Condition(
                            id,
                            Level.UNHEALTHY,
                            null,
                            null,
                            "ECS has this cluster, and GuardDuty does not list it, so nothing in it is covered.",
                            CoverageIssue.NOT_PROVISIONED.remedy()));
        }
        return this;
    }

    private void row(Condition condition) {
        String name = "GuardDuty " + scope.id();
        subjects.put(
                scope.id(),
                new Subject(scope.id(), name, tags(scope.account(), "detector"), null, null, null, null, null));
        conditions.put(scope.id(), condition);
    }

    private String subject(String account, String cluster) {
        String id = account + "/" + scope.region() + "/" + ForeignLine.of(cluster, 255);
        subjects.putIfAbsent(
                id,
                new Subject(
                        id,
                        scope.region() + "/" + ForeignLine.of(cluster, 255),
                        tags(account, "cluster"),
                        null,
                        null,
                        null,
                        null,
                        null));
        return id;
    }

    private Set<String> tags(String account, String kind) {
        return Set.of("account:" + ForeignLine.of(account, 50), "region:" + scope.region(), kind);
    }

    private static Condition gone(String id) {
        return new Condition(id, Level.NOT_APPLICABLE, null, null, "ECS has no such cluster any more.", "");
    }

    private static Condition worse(Condition one, Condition other) {
        return rank(one) < rank(other) ? other : one;
    }

    private static int rank(Condition condition) {
        return switch (condition.level()) {
            case NOT_APPLICABLE -> 0;
            case HEALTHY -> 1;
            case UNCLEAR -> 2;
            case UNHEALTHY -> 3;
        };
    }

    List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    List<Condition> conditions() {
        return List.copyOf(conditions.values());
    }

    List<Component> components() {
        return List.copyOf(components);
    }

    static List<String> names(List<String> arns) {
        return arns.stream().map(EcsClusters::name).toList();
    }
}
