package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when.
 *
 * @param tiers from the first on, each later than the one before
 * @param hours outside of them nobody is paged and everything waits; null for always
 * @param anyTimeFrom what is as urgent as this does not wait for the hours; null if everything waits
 * @param repeat after the last tier all are told again this often; null for as often as the policy says
 */
public record Escalation(
        String name,
        List<Tier> tiers,
        @Nullable BusinessHours hours,
        @Nullable Urgency anyTimeFrom,
        @Nullable Duration repeat) {

    /** @throws IllegalArgumentException if nobody is told, or in no order */
    public Escalation {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.get(0).channels().isEmpty()) {
            throw new IllegalArgumentException(
                    "Escalation '" + name + "' tells nobody: a first tier with at least one channel is expected");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).after().compareTo(tiers.get(i - 1).after()) <= 0) {
                throw new IllegalArgumentException("Tier " + (i + 1) + " of escalation '" + name + "' comes after "
                        + tiers.get(i).after() + ", which is not later than the tier before it");
            }
        }
        if (repeat != null && (repeat.isNegative() || repeat.isZero())) {
            throw new IllegalArgumentException(
                    "Escalation '" + name + "' cannot repeat every " + repeat + ": a duration above zero is expected");
        }
    }

    /** One tier, at any time. */
    public static Escalation once(String name, List<String> channels) {
        return new Escalation(name, List.of(new Tier(Duration.ZERO, channels, null)), null, null, null);
    }

    /** True if people may be paged then. */
    boolean mayPage(Instant now, Urgency urgency) {
        return hours == null || hours.contains(now) || (anyTimeFrom != null && urgency.compareTo(anyTimeFrom) >= 0);
    }
}
