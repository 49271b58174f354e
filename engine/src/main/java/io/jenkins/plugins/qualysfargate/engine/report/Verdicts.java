package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several writers ask of a verdict and its report. */
final class Verdicts {
    private Verdicts() {}

    static List<Violation> violations(Verdict verdict) {
        return verdict.fold(it -> List.of(), Verdict.Fail::violations, it -> List.of());
    }

    /** How many violations there are beyond those that are listed. */
    static long omitted(Verdict verdict) {
        return verdict.fold(it -> 0L, Verdict.Fail::omitted, it -> 0L);
    }

    static Verdict.@Nullable Indeterminate indeterminate(Verdict verdict) {
        return verdict instanceof Verdict.Indeterminate it ? it : null;
    }

    /** The scanner's words for what it looked for, always in the same order. */
    static List<String> scanTypes(ScanReport report) {
        return report.scanTypes().stream().sorted().map(ScanType::word).toList();
    }
}
