package io.jenkins.plugins.qualysfargate.engine.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a policy makes of threat feeds.
 *
 * @param denyKev true if no vulnerability of CISA's catalogue of exploited ones is tolerated
 * @param epssMax the highest EPSS probability that is tolerated, 0 to 1; null for any
 * @param maxAge an older feed gives no answer
 */
public record ThreatRules(boolean denyKev, @Nullable Double epssMax, Duration maxAge) {

    /** A week: KEV and EPSS are published daily or nearly so. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(7);

    /** Asks for no feed. */
    public static final ThreatRules NONE = new ThreatRules(false, null, DEFAULT_MAX_AGE);

    ThreatRules tightenedBy(ThreatRules other) {
        Double epss = epssMax == null ? other.epssMax : epssMax;
        if (epssMax != null && other.epssMax != null) {
            epss = Math.min(epssMax, other.epssMax);
        }
        Duration age = maxAge.compareTo(other.maxAge) <= 0 ? maxAge : other.maxAge;
        return new ThreatRules(denyKev || other.denyKev, epss, age);
    }
}
