package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.engine.badge.SvgBadge;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.report.ImageTrends;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFiles;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.engine.report.TextSummary;
import io.jenkins.plugins.qualysfargate.engine.report.VerdictJson;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result of a run goes besides the terminal. */
final class OutputOptions {
    private static final int ROWS = 20;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write reports and badges into this directory.")
    @Nullable
    Path output;

    @Option(
            names = "--formats",
            paramLabel = "LIST",
            description =
                    "Which reports to write: html, json, sarif, junit, csv, text, sbom. Default: ${DEFAULT-VALUE}.",
            defaultValue = "html,json,sarif,junit,csv,text,sbom")
    String formats = "html,json,sarif,junit,csv,text,sbom";

    /**
     * Finds out before a long scan, and not after it, that its reports could not be written.
     *
     * @throws UsageException if a format is unknown or the directory cannot be made and written
     */
    void check() {
        ReportFormat.parseList(formats);
        Path directory = output;
        if (directory == null) {
            return;
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UsageException("Cannot make the directory " + directory + " for the reports: "
                    + FileProblem.of(failed) + ". Name another one with --output.");
        }
        if (!Files.isWritable(directory)) {
            throw new UsageException(
                    "The directory " + directory
                            + " for the reports may not be written. Change its permissions, or name another one with --output.");
        }
    }

    /**
     * Prints the result and writes the files; the status is that of the verdict.
     *
     * @param history where the trends of the images are; null for none
     */
    int finish(GateRun run, @Nullable History history, CommonOptions common, Session session) throws IOException {
        Terminal terminal = common.terminal(session);
        GateOutcome outcome = run.outcome();
        List<Path> written = write(run, new HistoryTrends(history, terminal));
        if (common.json) {
            new VerdictJson().write(outcome, terminal.out());
        } else {
            new TextSummary(terminal.width(), terminal.ansi(), ROWS).write(outcome, terminal.out());
            if (!written.isEmpty()) {
                terminal.out().println();
                written.forEach(file -> terminal.out().println("Wrote " + file));
            }
        }
        terminal.out().flush();
        return ExitStatus.of(outcome.verdict());
    }

    List<Path> write(GateRun run, ImageTrends trends) throws IOException {
        if (output == null) {
            return List.of();
        }
        List<Path> written = new ArrayList<>(
                ReportFiles.write(run.outcome(), output, ReportFormat.parseList(formats), run::baselineOf, trends));
        written.add(badge("vulnerabilities.svg", Badge.vulnerabilities(run.outcome())));
        written.add(badge("compliance.svg", Badge.compliance(run.outcome())));
        return written;
    }

    private Path badge(String name, Badge badge) throws IOException {
        Path directory = output == null ? Path.of("") : output;
        return Files.writeString(directory.resolve(name), SvgBadge.render(badge));
    }
}
