package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A dry run: what a changed policy would have said of scans that are already stored. */
public final class PolicyComparison {
    private PolicyComparison() {}

    /** Judges every report twice, one report at a time, and answers in the order of the reports. */
    public static List<ImageChange> compare(Policy before, Policy after, Iterable<StoredReport> reports) {
        List<ImageChange> changes = new ArrayList<>();
        for (StoredReport stored : reports) {
            Verdict old = PolicyEvaluator.judge(before, stored.report(), stored.context())
                    .verdict();
            Verdict now = PolicyEvaluator.judge(after, stored.report(), stored.context())
                    .verdict();
            changes.add(new ImageChange(stored.image(), old, now, onlyIn(now, old), onlyIn(old, now)));
        }
        return List.copyOf(changes);
    }

    private static List<Violation> onlyIn(Verdict one, Verdict other) {
        Set<List<String>> known =
                violations(other).stream().map(PolicyComparison::identity).collect(Collectors.toSet());
        return violations(one).stream()
                .filter(each -> !known.contains(identity(each)))
                .toList();
    }

    /** Messages hold numbers that differ from policy to policy, so rule and subject make a violation the same one. */
    private static List<String> identity(Violation violation) {
        return List.of(violation.rule(), violation.subject());
    }

    private static List<Violation> violations(Verdict verdict) {
        return verdict.fold(pass -> List.of(), Verdict.Fail::violations, indeterminate -> List.of());
    }
}
