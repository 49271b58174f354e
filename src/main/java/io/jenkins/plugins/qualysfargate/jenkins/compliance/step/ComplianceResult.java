package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code qualysComplianceCheck} gives to a Pipeline; every property may be read in the sandbox. */
public final class ComplianceResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String answer;
    private final String reason;
    private final String checkedAt;
    private final String pageUrl;
    private final ArrayList<String> failing;
    private final ArrayList<String> unknown;
    private final ArrayList<String> incidents;
    private final LinkedHashMap<String, Long> counts;

    private ComplianceResult(CheckReport report, String pageUrl) {
        this.answer = report.answer().name();
        this.reason = report.reason();
        this.checkedAt = report.at().toString();
        this.pageUrl = pageUrl;
        this.failing = new ArrayList<>(CheckReport.names(report.failing()));
        this.unknown = new ArrayList<>(CheckReport.names(report.unknown()));
        this.incidents = new ArrayList<>(report.incidents());
        this.counts = new LinkedHashMap<>(report.counts());
    }

    /** @param pageUrl absolute if this Jenkins knows its own address */
    static ComplianceResult of(CheckReport report, String pageUrl) {
        return new ComplianceResult(report, pageUrl);
    }

    /** {@code OK}, {@code FAILED} or {@code UNKNOWN}. */
    @Whitelisted
    public String getAnswer() {
        return answer;
    }

    /** True only for {@code OK}. */
    @Whitelisted
    public boolean isOk() {
        return "OK".equals(answer);
    }

    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** When everything was looked at, in ISO 8601. */
    @Whitelisted
    public String getCheckedAt() {
        return checkedAt;
    }

    /** Names of the scans that failed or missed their window. */
    @Whitelisted
    public List<String> getFailing() {
        return new ArrayList<>(failing);
    }

    /** Names of the scans of which nobody can tell. */
    @Whitelisted
    public List<String> getUnknown() {
        return new ArrayList<>(unknown);
    }

    /** Keys of the open incidents that these scans are in. */
    @Whitelisted
    public List<String> getIncidents() {
        return new ArrayList<>(incidents);
    }

    /** How many scans are in each state, for example {@code MISSED}. */
    @Whitelisted
    public Map<String, Long> getCounts() {
        return new LinkedHashMap<>(counts);
    }

    /** How many scans are in this state. */
    @Whitelisted
    public long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    /** The page of compliance. */
    @Whitelisted
    public String getPageUrl() {
        return pageUrl;
    }

    @Whitelisted
    @Override
    public String toString() {
        return answer + ": " + reason;
    }
}
