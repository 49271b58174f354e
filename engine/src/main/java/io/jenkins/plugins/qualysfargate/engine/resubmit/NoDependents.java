package io.jenkins.plugins.qualysfargate.engine.resubmit;

/** G9: a run that is started by hand may start others when it has completed. */
final class NoDependents {
    private NoDependents() {}

    static GuardVerdict judge(SourcePicture picture) {
        Long dependents =
                picture.definition() == null ? null : picture.definition().dependents();
        if (dependents == null) {
            return Guard.NO_DEPENDENTS.asks("The source does not say whether other scans start when it has completed.");
        }
        return dependents == 0
                ? Guard.NO_DEPENDENTS.passes("No other scan starts when it has completed.")
                : Guard.NO_DEPENDENTS.asks(
                        "When it has completed, " + dependents + " other scans may start by themselves.");
    }
}
