package io.jenkins.plugins.qualysfargate.engine.alert;

import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which scans are worth an alert.
 *
 * @param reasons any one of them suffices; none means no alert at all
 */
public record AlertRule(Set<AlertReason> reasons) {
    /** Critical or high findings, secrets, malware, a failed policy, and a scan that gave no answer. */
    public static final AlertRule DEFAULT = new AlertRule(EnumSet.complementOf(EnumSet.of(AlertReason.MEDIUM)));

    public AlertRule {
        reasons = Set.copyOf(reasons);
    }

    /** True if this scan is worth an alert. */
    public boolean wants(ScanRecord scan) {
        return reasons.stream().anyMatch(reason -> reason.holdsFor(scan));
    }
}
