package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the rules of a policy found wrong with one image, on its way to a verdict. */
final class Conclusion {
    private static final int LISTED_WARNINGS = 200;
    // What is the same in all rules comes first, so that the rules that one finding breaks stand together.
    private static final Comparator<Charge> WORST_FIRST = Comparator.<Charge>comparingInt(
                    charge -> charge.offence().rank())
            .thenComparing(charge -> charge.offence().id())
            .thenComparing(charge -> charge.offence().subject())
            .thenComparing(charge -> charge.violation().rule())
            .thenComparing(Charge::offence);

    private final List<Charge> charges = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private long violations;
    private long unlistedWarnings;
    private Verdict.@Nullable Indeterminate missing;

    /** The rule is broken by all of these. */
    void broken(String rule, Offences offences, String tail) {
        violations += offences.count();
        for (Offence each : offences.worst()) {
            String message = each.statement() + " " + each.claim() + tail + each.note();
            charges.add(
                    new Charge(each, new Violation(rule, each.subject(), each.severity(), message, each.howToFix())));
        }
    }

    void warn(String sentence) {
        if (warnings.size() < LISTED_WARNINGS) {
            warnings.add(sentence);
        } else if (!warnings.contains(sentence)) {
            unlistedWarnings++;
        }
    }

    /** The policy needs what the report does not have, so nothing can be said; the first reason is told. */
    void missing(Verdict.Indeterminate reason) {
        if (missing == null) {
            missing = reason;
        }
    }

    Verdict verdict() {
        if (missing != null) {
            return missing;
        }
        if (violations == 0) {
            return new Verdict.Pass();
        }
        List<Violation> worst = charges.stream()
                .sorted(WORST_FIRST)
                .limit(Offences.LISTED)
                .map(Charge::violation)
                .toList();
        return new Verdict.Fail(worst, violations - worst.size());
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (unlistedWarnings > 0) {
            all.add("There are " + unlistedWarnings + " more warnings, which are not listed.");
        }
        return all;
    }

    private record Charge(Offence offence, Violation violation) {}
}
