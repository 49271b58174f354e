package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one report and the one inventory of an output directory; the scanner chooses their names. */
record OutputFiles(Path report, Path inventory) {
    // Both separators and the name without .json have been seen.
    private static final Pattern REPORT = Pattern.compile("(?:(.*)[-_])?Report\\.sarif(?:\\.json)?");
    private static final Pattern INVENTORY = Pattern.compile("(?:(.*)[-_])?ScanResult\\.json");
    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");
    private static final String FRESH = "Scan into a fresh, empty directory, and judge that directory.";

    static OutputFiles find(Path directory) throws UnreadableReportException {
        List<Path> reports = new ArrayList<>();
        List<Path> inventories = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (REPORT.matcher(name).matches()) {
                    reports.add(entry);
                } else if (INVENTORY.matcher(name).matches()) {
                    inventories.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException failed) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT,
                    "Cannot list the scanner's output directory " + directory + ": " + failed.getMessage(),
                    "Check that the directory exists and may be read.");
        }
        OutputFiles files = new OutputFiles(
                only(reports, "vulnerability report (…-Report.sarif.json)", directory),
                only(inventories, "inventory (…-ScanResult.json)", directory));
        files.checkSameImage();
        return files;
    }

    private static Path only(List<Path> found, String what, Path directory) throws UnreadableReportException {
        if (found.isEmpty()) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT,
                    "There is no " + what + " in " + directory + ".",
                    "Check the scanner's exit code and log; without both files a scan is not complete. " + FRESH);
        }
        if (found.size() > 1) {
            throw new UnreadableReportException(
                    IndeterminateCause.SEVERAL_REPORTS,
                    "There are " + found.size() + " files of the kind " + what + " in " + directory
                            + ", and nothing says which one is of this scan.",
                    FRESH);
        }
        Path only = found.get(0);
        if (!Files.isRegularFile(only, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnreadableReportException(
                    IndeterminateCause.NO_REPORT, only + " is not a regular file; links are not followed.", FRESH);
        }
        return only;
    }

    /** The prefix of both names is the image id; two different ones are of two scans. */
    private void checkSameImage() throws UnreadableReportException {
        String ofReport = prefix(REPORT, report);
        String ofInventory = prefix(INVENTORY, inventory);
        if (IMAGE_ID.matcher(ofReport).matches()
                && IMAGE_ID.matcher(ofInventory).matches()
                && !ofReport.equals(ofInventory)) {
            throw new UnreadableReportException(
                    IndeterminateCause.WRONG_IMAGE,
                    "The report and the inventory in " + report.getParent() + " are named after different images.",
                    FRESH);
        }
    }

    private static String prefix(Pattern pattern, Path file) {
        Matcher matcher = pattern.matcher(String.valueOf(file.getFileName()));
        String prefix = matcher.matches() ? matcher.group(1) : null;
        return prefix == null ? "" : prefix;
    }
}
