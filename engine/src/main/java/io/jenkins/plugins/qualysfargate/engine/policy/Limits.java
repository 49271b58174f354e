package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many findings of each severity a policy tolerates, and how many in all.
 *
 * @param bySeverity a severity that is not named, and {@link Severity#UNKNOWN} always, is without limit here: what
 *     unknown counts as is the policy's business
 */
public record Limits(Map<Severity, Limit> bySeverity, Limit total) {
    /** Tolerates everything. */
    public static final Limits UNLIMITED = new Limits(Map.of(), Limit.UNLIMITED);

    public Limits {
        EnumMap<Severity, Limit> set = new EnumMap<>(Severity.class);
        bySeverity.forEach((severity, limit) -> {
            if (severity != Severity.UNKNOWN && !limit.isUnlimited()) {
                set.put(severity, limit);
            }
        });
        bySeverity = Map.copyOf(set);
    }

    public Limit of(Severity severity) {
        return bySeverity.getOrDefault(severity, Limit.UNLIMITED);
    }

    public boolean isUnlimited() {
        return bySeverity.isEmpty() && total.isUnlimited();
    }

    /** The same with a limit of 0 for this severity and every worse one. */
    Limits noneFrom(Severity severity) {
        EnumMap<Severity, Limit> none = new EnumMap<>(Severity.class);
        none.putAll(bySeverity);
        for (Severity each : Severity.values()) {
            if (each.isAtLeast(severity)) {
                none.put(each, Limit.NONE);
            }
        }
        return new Limits(none, total);
    }

    /**
     * The same with other limits, smaller or larger.
     *
     * @param others a severity that is not named, or has null, keeps its limit
     * @param otherTotal null to keep it
     */
    Limits replacedBy(Map<Severity, @Nullable Limit> others, @Nullable Limit otherTotal) {
        EnumMap<Severity, Limit> replaced = new EnumMap<>(Severity.class);
        replaced.putAll(bySeverity);
        others.forEach((severity, limit) -> {
            if (limit != null) {
                replaced.put(severity, limit);
            }
        });
        return new Limits(replaced, otherTotal == null ? total : otherTotal);
    }

    /** The smaller limit of the two for each severity and in all. */
    Limits tightenedBy(Limits other) {
        EnumMap<Severity, Limit> smaller = new EnumMap<>(Severity.class);
        for (Severity each : Severity.values()) {
            smaller.put(each, of(each).tightenedBy(other.of(each)));
        }
        return new Limits(smaller, total.tightenedBy(other.total));
    }
}
