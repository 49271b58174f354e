package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report is judged against besides the policy.
 *
 * @param baseline null if no earlier scan is known
 * @param now the moment of judgement: exceptions, grace and the age of feeds are counted from it
 */
public record Context(@Nullable Baseline baseline, ThreatFeeds threats, Instant now) {

    /** Neither a baseline nor a threat feed. */
    public static Context at(Instant now) {
        return new Context(null, ThreatFeeds.none(), now);
    }
}
