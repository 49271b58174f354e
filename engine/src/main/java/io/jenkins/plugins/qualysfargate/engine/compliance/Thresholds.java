package io.jenkins.plugins.qualysfargate.engine.compliance;

/**
 * How many occurrences make a change that people hear of.
 *
 * @param fail bad ones in a row; one that did not run at all counts at once
 * @param recover good ones in a row
 * @param minCoverage share (0 to 1) of the usual number of scanned targets below which a complete run is suspect
 * @param baselineRuns how many good runs make the usual number: their median
 */
public record Thresholds(int fail, int recover, double minCoverage, int baselineRuns) {
    public static final Thresholds DEFAULT = new Thresholds(1, 1, 0.8, 7);
}
