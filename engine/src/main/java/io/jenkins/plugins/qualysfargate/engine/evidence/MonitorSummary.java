package io.jenkins.plugins.qualysfargate.engine.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the occurrences of a monitor ended.
 *
 * @param due all of them
 * @param withAlarm those that had an alarming verdict at some time, however they ended
 * @param answered those for which somebody or something was done on record
 */
public record MonitorSummary(
        String monitorId,
        long due,
        long compliant,
        long nonCompliant,
        long notApplicable,
        long insufficientData,
        long withAlarm,
        long answered) {

    static List<MonitorSummary> of(List<ReportRow> rows) {
        Map<String, List<ReportRow>> byMonitor = new TreeMap<>(
                rows.stream().collect(Collectors.groupingBy(row -> row.verdict().monitorId())));
        List<MonitorSummary> all = new ArrayList<>();
        byMonitor.forEach((monitor, some) -> all.add(new MonitorSummary(
                monitor,
                some.size(),
                count(some, ExportWord.COMPLIANT),
                count(some, ExportWord.NON_COMPLIANT),
                count(some, ExportWord.NOT_APPLICABLE),
                count(some, ExportWord.INSUFFICIENT_DATA),
                some.stream().filter(row -> row.firstSince() != null).count(),
                some.stream().filter(row -> !row.actions().isEmpty()).count())));
        return all;
    }

    private static long count(List<ReportRow> rows, ExportWord word) {
        return rows.stream().filter(row -> row.word() == word).count();
    }
}
