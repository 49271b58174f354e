package io.jenkins.plugins.qualysfargate.engine.evidence;

import io.jenkins.plugins.qualysfargate.engine.report.CsvRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report's occurrences as a table (RFC 4180), which no spreadsheet takes for formulas. */
public final class EvidenceCsv {
    private static final List<String> COLUMNS = List.of(
            "monitor",
            "subject",
            "name",
            "due",
            "compliance",
            "state",
            "since",
            "reason",
            "run",
            "first state",
            "first since",
            "first reason",
            "excused state",
            "actions",
            "schedule hash",
            "first entry",
            "last entry",
            "journal head");

    private EvidenceCsv() {}

    /** Writes the report and leaves the stream open. */
    public static void write(PeriodReport report, OutputStream out) throws IOException {
        Map<Long, ReportAction> actions =
                report.actions().stream().collect(Collectors.toMap(ReportAction::sequence, Function.identity()));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvRow.header(writer, COLUMNS);
        for (ReportRow row : report.rows()) {
            Verdict verdict = row.verdict();
            new CsvRow(COLUMNS)
                    .put("monitor", verdict.monitorId())
                    .put("subject", verdict.subjectId())
                    .put("name", verdict.name())
                    .put("due", verdict.dueAt().toString())
                    .put("compliance", row.word().name())
                    .put("state", verdict.state())
                    .put("since", verdict.since().toString())
                    .put("reason", verdict.reason())
                    .put("run", verdict.runId())
                    .put("first state", verdict.first())
                    .put(
                            "first since",
                            row.firstSince() == null ? null : row.firstSince().toString())
                    .put("first reason", row.firstReason())
                    .put("excused state", verdict.excused())
                    .put("actions", actions(row, actions))
                    .put("schedule hash", verdict.scheduleHash())
                    .put("first entry", Long.toString(row.firstEntry()))
                    .put("last entry", Long.toString(row.lastEntry()))
                    .put("journal head", report.head().hash())
                    .writeTo(writer);
        }
        writer.flush();
    }

    private static @Nullable String actions(ReportRow row, Map<Long, ReportAction> actions) {
        return row.actions().stream()
                .map(actions::get)
                .filter(action -> action != null)
                .map(EvidenceCsv::words)
                .collect(Collectors.joining(" | "));
    }

    /** Who did what when and why. */
    static String words(ReportAction action) {
        return action.at() + " " + action.actor() + ": " + action.action()
                + (action.until() == null ? "" : " until " + action.until())
                + (action.why().isEmpty() ? "" : " (" + action.why() + ")")
                + (action.detail().isEmpty() ? "" : " - " + action.detail());
    }
}
