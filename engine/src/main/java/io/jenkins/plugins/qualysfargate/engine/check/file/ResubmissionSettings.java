package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Duration;
import java.util.List;

/**
 * What is started again, and how often.
 *
 * @param enabled false if nothing is, not even on request: the kill switch
 * @param dryRun true if it is only said what would be started
 * @param attemptsPerOccurrence at least 1
 * @param attemptsPerDay of one definition, at least 1
 * @param coolDown between two attempts on one definition
 * @param concurrency make-up runs of one source at the same time
 * @param hugeNeedsApproval true if a person has to agree before something huge is started
 * @param freezes in which nothing of their scope is started; their kind says nothing
 */
public record ResubmissionSettings(
        boolean enabled,
        boolean dryRun,
        int attemptsPerOccurrence,
        int attemptsPerDay,
        Duration coolDown,
        int concurrency,
        boolean hugeNeedsApproval,
        List<Pause> freezes) {
    /** Says what it would do, and does nothing. */
    public static final ResubmissionSettings DEFAULT =
            new ResubmissionSettings(true, true, 1, 3, Duration.ofMinutes(30), 1, true, List.of());

    public ResubmissionSettings {
        freezes = List.copyOf(freezes);
    }
}
