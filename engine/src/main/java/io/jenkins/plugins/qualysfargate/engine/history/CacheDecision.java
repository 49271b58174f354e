package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.util.function.Function;

/** Whether a stored scan stands in for a new one. */
public sealed interface CacheDecision {

    /**
     * It does; its report is to be judged again by today's policy.
     *
     * @param scan where the report comes from
     */
    record Hit(ScanRecord scan, ScanReport report) implements CacheDecision {}

    /** It does not, and why, as a sentence for people. */
    record Miss(String reason) implements CacheDecision {}

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Hit, ? extends T> hit, Function<? super Miss, ? extends T> miss) {
        return this instanceof Hit it ? hit.apply(it) : miss.apply((Miss) this);
    }
}
