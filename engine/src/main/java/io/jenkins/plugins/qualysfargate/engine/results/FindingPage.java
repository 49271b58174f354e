package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.util.List;

/**
 * A part of the rows of one image, and how many there are.
 *
 * @param rows in the order that was asked for, at most as many as the limit
 * @param offset how many matching rows stand before them
 * @param limit how many rows were asked for
 * @param total all rows of the image, of every kind
 * @param matching how many rows match, on this page and off it
 * @param bySeverity how many match of each severity
 * @param undecided how many rows are not counted as matching and yet may: what they were asked for stands in a text that
 *     was too long to be kept whole, or they were asked whether they are new and were compared with nothing
 */
public record FindingPage(
        List<FindingRow> rows,
        int offset,
        int limit,
        long total,
        long matching,
        SeverityCounts bySeverity,
        long undecided) {
    public FindingPage {
        rows = List.copyOf(rows);
    }
}
