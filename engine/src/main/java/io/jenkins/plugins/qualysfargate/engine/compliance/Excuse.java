package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maintenance that excuses what goes wrong in it. */
@FunctionalInterface
public interface Excuse {
    /** Nothing is excused. */
    Excuse NONE = (monitor, name, zoneId, at) -> null;

    /**
     * Why a failure is excused, one line; null if it is not.
     *
     * @param at when it was due, or began to be bad
     */
    @Nullable
    String of(Monitor monitor, String subjectName, @Nullable String zoneId, Instant at);
}
