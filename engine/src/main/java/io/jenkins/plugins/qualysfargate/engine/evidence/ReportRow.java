package io.jenkins.plugins.qualysfargate.engine.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence in a report.
 *
 * @param verdict the last one on record
 * @param firstSince when its first alarming verdict came to be; null if there was none
 * @param firstReason of its first alarming verdict; null if there was none
 * @param firstEntry sequence number of the journal entry that tells of it first
 * @param lastEntry sequence number of the journal entry with its last verdict
 * @param actions sequence numbers of the {@link ReportAction}s that concern it
 */
public record ReportRow(
        Verdict verdict,
        ExportWord word,
        @Nullable Instant firstSince,
        @Nullable String firstReason,
        long firstEntry,
        long lastEntry,
        List<Long> actions) {
    public ReportRow {
        actions = List.copyOf(actions);
    }

    /** For messages. */
    public String name() {
        return verdict.monitorId() + "/" + verdict.subjectId() + " due " + verdict.dueAt();
    }
}
