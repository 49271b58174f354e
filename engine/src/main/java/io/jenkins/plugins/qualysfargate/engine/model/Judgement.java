package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with the numbers and remarks behind it.
 *
 * @param counts all findings of the report, waived and suppressed ones included; null if there is no complete report
 * @param secrets null if there is no complete report
 * @param waived findings that an exception of the policy took out of judgement
 * @param warnings sentences that do not change the verdict: exceptions that run out soon or match nothing, scans that
 *     were not asked for and failed, and the like
 * @param novelty null if no baseline was given
 */
public record Judgement(
        Verdict verdict,
        @Nullable SeverityCounts counts,
        @Nullable Integer secrets,
        List<Waived> waived,
        List<String> warnings,
        @Nullable Novelty novelty) {

    public Judgement {
        waived = List.copyOf(waived);
        warnings = List.copyOf(warnings);
    }

    /** No answer: no numbers either, because a missing number is not a zero. */
    public static Judgement indeterminate(Verdict.Indeterminate verdict) {
        return new Judgement(verdict, null, null, List.of(), List.of(), null);
    }

    /** The same judgement with more remarks. */
    public Judgement warning(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Judgement(verdict, counts, secrets, waived, all, novelty);
    }

    /** The same judgement with one more reason to fail; what is indeterminate stays so. */
    public Judgement violated(Violation violation) {
        Verdict failed = verdict.fold(
                pass -> new Verdict.Fail(List.of(violation), 0),
                fail -> {
                    List<Violation> all = new ArrayList<>(List.of(violation));
                    all.addAll(fail.violations());
                    return new Verdict.Fail(all, fail.omitted());
                },
                indeterminate -> indeterminate);
        return new Judgement(failed, counts, secrets, waived, warnings, novelty);
    }

    /**
     * A finding that an exception excuses.
     *
     * @param subject the finding and, if the exception is for one package, that package
     * @param exception the id of the exception in the policy
     */
    public record Waived(String subject, Severity severity, String exception, String owner, String expires) {}

    /**
     * How the findings compare with a baseline.
     *
     * @param introduced new, and the package (or this version of it) is new too
     * @param disclosed new, but the same package version was already there: the world learnt of it
     * @param known already in the baseline
     * @param fixed in the baseline and gone
     */
    public record Novelty(long introduced, long disclosed, long known, long fixed) {}
}
