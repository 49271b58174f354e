package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan, or whatever else a monitor watches, with the verdict that counts.
 *
 * @param name as its source calls it
 * @param since when it came to be so; null if nothing was due yet
 * @param dueAt the occurrence that the verdict is of; null if nothing was due yet
 * @param howToFix empty if there is nothing to do
 * @param runbook null if the monitor names none
 * @param lastSuccess null if there was none that is known
 */
public record ScanLine(
        String monitor,
        String source,
        String subject,
        String name,
        boolean enabled,
        OccurrenceState state,
        @Nullable Instant since,
        @Nullable Instant dueAt,
        String reason,
        String howToFix,
        String owner,
        @Nullable String runbook,
        @Nullable Instant lastSuccess) {

    /** How it stands. */
    public static ScanLine of(Standing standing) {
        Occurrence counts = standing.trouble() == null ? standing.latest() : standing.trouble();
        Judgement now = counts == null ? null : counts.now();
        Instant since = standing.troubleSince() == null || standing.trouble() == null
                ? (now == null ? null : now.since())
                : standing.troubleSince();
        Monitor monitor = standing.monitor();
        return new ScanLine(
                monitor.id(),
                monitor.source(),
                standing.subjectId(),
                standing.subjectName(),
                monitor.enabled(),
                standing.verdict(),
                since,
                counts == null ? null : counts.key().dueAt(),
                now == null ? "" : now.reason(),
                now == null ? "" : now.howToFix(),
                monitor.care().owner(),
                monitor.care().runbook(),
                standing.lastSuccess());
    }

    /** A monitor of which nothing at all is known. */
    static ScanLine unheard(Monitor monitor) {
        return new ScanLine(
                monitor.id(),
                monitor.source(),
                "",
                monitor.id(),
                monitor.enabled(),
                OccurrenceState.UNKNOWN,
                null,
                null,
                "Nothing is known of what the monitor " + monitor.id() + " watches: its source " + monitor.source()
                        + " has never answered.",
                "See to it that the source can be looked at.",
                monitor.care().owner(),
                monitor.care().runbook(),
                null);
    }

    /** What it means for a yes or no; a monitor that is switched off is exempt whatever it says. */
    public OccurrenceState.Kind kind() {
        return enabled ? state.kind() : OccurrenceState.Kind.EXEMPT;
    }
}
