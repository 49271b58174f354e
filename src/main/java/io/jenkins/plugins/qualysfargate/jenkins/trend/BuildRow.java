package io.jenkins.plugins.qualysfargate.jenkins.trend;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import io.jenkins.plugins.qualysfargate.jenkins.words.Numbers;
import io.jenkins.plugins.qualysfargate.jenkins.words.SeverityCount;
import io.jenkins.plugins.qualysfargate.jenkins.words.VerdictWord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One scanned build of a job in a table, a column, or for a program. */
@ExportedBean(defaultVisibility = 3)
public final class BuildRow {
    private final ScannedBuild build;

    BuildRow(ScannedBuild build) {
        this.build = build;
    }

    @Exported
    public int getNumber() {
        return build.number();
    }

    /** {@code PASS}, {@code FAIL} or {@code INDETERMINATE}. */
    @Exported
    public String getVerdict() {
        return build.verdict().name();
    }

    /** When the oldest scan or judgement was made, in milliseconds since the epoch. */
    @Exported
    public long getEvidenceAt() {
        return build.evidenceAt();
    }

    /** Findings by severity; null if they are not known. */
    @CheckForNull
    @Exported
    public Map<String, Long> getCounts() {
        SeverityCounts known = build.counts();
        if (known == null) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), known.of(severity));
        }
        return counts;
    }

    /** Null if they are not known. */
    @CheckForNull
    @Exported(name = "newFindings")
    public Long getIntroduced() {
        return build.introduced();
    }

    /** Null if they are not known. */
    @CheckForNull
    @Exported(name = "fixedFindings")
    public Long getFixed() {
        return build.fixed();
    }

    public VerdictWord getVerdictWord() {
        return VerdictWord.of(build.verdict());
    }

    /** By severity, worst first, without those that there are none of. */
    public List<SeverityCount> getSeverities() {
        return SeverityCount.present(build.counts());
    }

    /** Null if it is not known. */
    @CheckForNull
    public String getOutstandingNumber() {
        return Numbers.formatOrNull(build.outstanding());
    }

    /** Null if it is not known. */
    @CheckForNull
    public String getIntroducedNumber() {
        return Numbers.formatOrNull(build.introduced());
    }

    /** Null if it is not known. */
    @CheckForNull
    public String getFixedNumber() {
        return Numbers.formatOrNull(build.fixed());
    }

    public Moment getMoment() {
        return Moment.of(Instant.ofEpochMilli(build.evidenceAt()));
    }

    /** How long ago the evidence was gathered, for people; nothing comes out of the future. */
    public String getAge() {
        return Util.getTimeSpanString(Math.max(0, SharedEngine.clock().millis() - build.evidenceAt()));
    }

    /** Worse verdicts, and more and graver findings, come first when a table is sorted by it. */
    public String getSortKey() {
        StringBuilder key = new StringBuilder(String.valueOf(9 - build.verdict().ordinal()));
        SeverityCounts counts = build.counts();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)) {
            long count = counts == null ? 0 : counts.of(severity);
            key.append('-').append(String.format("%09d", 999_999_999L - Math.min(count, 999_999_999L)));
        }
        return key.toString();
    }
}
