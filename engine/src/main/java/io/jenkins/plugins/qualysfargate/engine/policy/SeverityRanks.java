package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.List;
import java.util.Set;

/** What each severity counts as under a policy, {@link Severity#UNKNOWN} included. */
final class SeverityRanks {
    private final List<List<Severity>> countsAs;

    SeverityRanks(Set<Severity> unknownCountsAs) {
        List<Severity> unknown = unknownCountsAs.stream().sorted().toList();
        countsAs = List.of(Severity.values()).stream()
                .map(each -> each == Severity.UNKNOWN ? unknown : List.of(each))
                .toList();
    }

    /** The severities whose limits it counts for, worst first. */
    List<Severity> of(Severity severity) {
        return countsAs.get(severity.ordinal());
    }

    /** 0 for the worst. */
    int rank(Severity severity) {
        return of(severity).get(0).ordinal();
    }
}
