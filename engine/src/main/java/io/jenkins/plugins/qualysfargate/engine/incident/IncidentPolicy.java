package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * How incidents are made of failures.
 *
 * @param instance tells this installation from others that write to the same places; at most 64 characters
 * @param grouping what has a word for each of these in common, and the escalation, is one incident
 * @param reAlert people who were told and did nothing are told again after this long
 * @param keepOpen an incident is resolved when nothing has failed for this long
 * @param longestAck an acknowledgement ends after this at the latest
 */
public record IncidentPolicy(
        String instance,
        Set<Grouping> grouping,
        Duration reAlert,
        Duration keepOpen,
        Duration longestAck,
        FlapRule flap,
        ComplianceClock clock,
        Wording wording) {

    /** @throws IllegalArgumentException if an interval is none, or the instance has other characters than letters, digits, _, . and - */
    public IncidentPolicy {
        GroupName.checkedInstance(instance);
        grouping = Set.copyOf(grouping);
        if (reAlert.isNegative() || reAlert.isZero() || keepOpen.isNegative() || longestAck.isNegative()) {
            throw new IllegalArgumentException("Incidents cannot be told again every " + reAlert + ", kept open for "
                    + keepOpen + " and acknowledged for " + longestAck + ": durations above zero are expected");
        }
    }

    /** By urgency and source, told again daily, kept open for ten minutes, acknowledged for at most a week. */
    public static IncidentPolicy standard(String instance, Wording wording) {
        return new IncidentPolicy(
                instance,
                Set.of(Grouping.URGENCY, Grouping.SOURCE),
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                FlapRule.DEFAULT,
                ComplianceClock.DEFAULT,
                wording);
    }

    /** What failures of one incident have in common. */
    String group(Failure failure) {
        return GroupName.of(failure, new TreeSet<>(grouping));
    }
}
