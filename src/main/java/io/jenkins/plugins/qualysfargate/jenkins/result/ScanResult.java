package io.jenkins.plugins.qualysfargate.jenkins.result;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code qualysFargateScan} gives to a Pipeline; every property may be read in the sandbox. */
public final class ScanResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String verdict;
    private final String reason;
    private final String reportUrl;
    private final LinkedHashMap<String, Long> counts = new LinkedHashMap<>();
    private final ArrayList<ImageResult> images = new ArrayList<>();
    private final Long newFindings;
    private final Long fixedFindings;

    private ScanResult(RecordedScan scan, GateOutcome outcome, String reportUrl) {
        this.verdict = outcome.verdict().name();
        this.reason = outcome.reason();
        this.reportUrl = reportUrl;
        scan.counts().forEach((severity, count) -> counts.put(severity.word(), count));
        outcome.images().forEach(image -> images.add(ImageResult.of(image)));
        this.newFindings = scan.getIntroduced();
        this.fixedFindings = scan.getFixed();
    }

    /** @param reportUrl absolute if this Jenkins knows its own address */
    public static ScanResult of(RecordedScan scan, GateOutcome outcome, String reportUrl) {
        return new ScanResult(scan, outcome, reportUrl);
    }

    /** {@code PASS}, {@code FAIL} or {@code INDETERMINATE}. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** True only for {@code PASS}. */
    @Whitelisted
    public boolean isPassed() {
        return "PASS".equals(verdict);
    }

    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** Findings by severity in lower case; empty if one image has no answer. */
    @Whitelisted
    public Map<String, Long> getCounts() {
        return new LinkedHashMap<>(counts);
    }

    /** Findings of one severity; null if they are not known. */
    @Whitelisted
    public Long count(String severity) {
        return counts.get(severity.toLowerCase(Locale.ROOT));
    }

    /** Critical findings; null if they are not known. */
    @Whitelisted
    public Long getCritical() {
        return counts.get(Severity.CRITICAL.word());
    }

    /** Findings that the baseline did not have; null if nothing was compared. */
    @Whitelisted
    public Long getNewFindings() {
        return newFindings;
    }

    /** Findings of the baseline that are gone; null if nothing was compared. */
    @Whitelisted
    public Long getFixedFindings() {
        return fixedFindings;
    }

    /** One entry for each platform of each image. */
    @Whitelisted
    public List<ImageResult> getImages() {
        return new ArrayList<>(images);
    }

    @Whitelisted
    public String getReportUrl() {
        return reportUrl;
    }

    @Whitelisted
    @Override
    public String toString() {
        return verdict + ": " + reason;
    }
}
