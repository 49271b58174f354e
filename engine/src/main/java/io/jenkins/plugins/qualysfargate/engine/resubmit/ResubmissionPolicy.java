package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.List;
import java.util.function.BiFunction;

/** Decides whether a run is started to make up for a failed one. Every guard is asked, so that people see all that stands in the way. */
final class ResubmissionPolicy {
    private ResubmissionPolicy() {}

    static ResubmissionDecision decide(ResubmissionCase it) {
        return ResubmissionDecision.of(
                List.of(
                        seen(it, Guard.ZONE_FREE, ZoneFree::judge),
                        seen(it, Guard.NOT_SUCCEEDED, NotSucceeded::judge),
                        seen(it, Guard.BEFORE_NEXT_DUE, BeforeNextDue::judge),
                        seen(it, Guard.SCANNER_WORKS, ScannerWorks::judge),
                        NoPause.judge(it),
                        WithinLimits.judge(it),
                        seen(it, Guard.DEFINITION_ALLOWS, DefinitionAllows::judge),
                        seen(it, Guard.SOURCE_HEALTHY, SourceHealthy::judge),
                        seen(it, Guard.NO_DEPENDENTS, (any, picture) -> NoDependents.judge(picture)),
                        PersonAgrees.judge(it)),
                it.approval() != null);
    }

    private static GuardVerdict seen(
            ResubmissionCase it, Guard guard, BiFunction<ResubmissionCase, SourcePicture, GuardVerdict> rule) {
        return it.picture() == null
                ? guard.refuses("Nobody can tell: " + it.blindBecause())
                : rule.apply(it, it.picture());
    }
}
