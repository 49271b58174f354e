package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table shows of one finding, secret or malware. Its texts have a bounded length and are one line each without
 * control characters; they come from strangers and are to be escaped like any other.
 *
 * @param id QID or rule; the name of malware
 * @param qds Qualys Detection Score, 1 to 100; null where not reported
 * @param isNew null where it was not compared with anything
 * @param firstSeen null where the baseline does not know it
 * @param waivers the exceptions that excuse it; none if it counts
 * @param place null for findings, whose packages have paths
 * @param cut true if a text or list of it was too long to be kept whole, so that a search in it may miss something
 */
public record FindingRow(
        RowKind kind,
        String id,
        Severity severity,
        String title,
        Shortened<String> cves,
        Shortened<RowPackage> packages,
        boolean fixable,
        @Nullable Double cvss,
        @Nullable Double qds,
        @Nullable Boolean isNew,
        @Nullable Instant firstSeen,
        List<RowWaiver> waivers,
        boolean suppressed,
        boolean potential,
        @Nullable RowPlace place,
        boolean cut) {

    public FindingRow {
        waivers = List.copyOf(waivers);
    }

    /** True if exceptions of the policy excuse it. */
    public boolean waived() {
        return !waivers.isEmpty();
    }
}
