package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.List;
import java.util.function.Function;

/** What reading a scan gave: a complete report that may be judged, or the reason why there is none. */
public sealed interface Evidence {

    /**
     * A complete report.
     *
     * @param remarks sentences that a person should see and that do not change the verdict
     */
    record Complete(ScanReport report, List<String> remarks) implements Evidence {
        public Complete {
            remarks = List.copyOf(remarks);
        }
    }

    /** No complete report; there is nothing to judge. */
    record Incomplete(Verdict.Indeterminate verdict) implements Evidence {}

    /** No complete report, said in one call. */
    static Evidence incomplete(IndeterminateCause cause, String message, String howToFix) {
        return new Incomplete(new Verdict.Indeterminate(cause, message, howToFix));
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Complete, ? extends T> complete, Function<? super Incomplete, ? extends T> incomplete) {
        return this instanceof Complete it ? complete.apply(it) : incomplete.apply((Incomplete) this);
    }
}
