package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as lines of a log, every text of others on one line and without anything that moves a cursor. */
public final class CheckText {
    /** The runbook's own words. */
    public static final String FAILING = "The following scans are identified as failing and need investigation:";

    /** Those of which nobody can tell. */
    public static final String UNKNOWN = "Nobody can tell of the following scans, which is not a pass:";

    private static final int MOST = 1_000;
    private static final int LONGEST = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CheckText() {}

    /** The lists with the names in brackets, a line for each of them, and the answer. */
    public static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        list(FAILING, report.failing(), lines);
        list(UNKNOWN, report.unknown(), lines);
        for (SourceLine each : report.sources()) {
            if (each.problem() != null) {
                lines.add(line("Source " + each.id() + " does not answer" + since(each.blindSince()) + ": "
                        + each.problem() + advice(each.howToFix())));
            }
        }
        report.doubts().forEach(each -> lines.add(line(each)));
        lines.add(report.answer() + ": " + line(report.reason()));
        return lines;
    }

    private static void list(String title, List<ScanLine> scans, List<String> lines) {
        if (scans.isEmpty()) {
            return;
        }
        lines.add(title);
        lines.add(names(scans));
        scans.stream().limit(MOST).map(CheckText::line).forEach(lines::add);
        if (scans.size() > MOST) {
            lines.add("and " + (scans.size() - MOST) + " more, which the reports list");
        }
    }

    /** All names as the runbook has them: in brackets, with a blank between. */
    public static String names(List<ScanLine> scans) {
        return "["
                + String.join(
                        " ",
                        CheckReport.names(scans).stream().map(CheckText::line).toList()) + "]";
    }

    private static String line(ScanLine scan) {
        String runbook = scan.runbook() == null ? "" : " Runbook: " + scan.runbook();
        return line(scan.name() + ": " + scan.state() + since(scan.since()) + ": " + scan.reason()
                + advice(scan.howToFix()) + runbook);
    }

    private static String since(@Nullable Instant since) {
        return since == null ? "" : " since " + time(since);
    }

    private static String advice(String howToFix) {
        return howToFix.isEmpty() ? "" : " How to fix: " + howToFix;
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }

    private static String line(String text) {
        return SafeText.line(text, LONGEST);
    }
}
