package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Writes a bundle of reports into a directory: each file is there as a whole or, if it failed, as it was before. */
public final class ReportFiles {
    private static final int BUFFER = 1 << 16;

    private ReportFiles() {}

    /**
     * Writes one file per format; the directory is made if it is missing.
     *
     * @return the files, in the order of {@link ReportFormat}
     * @throws IOException naming the format and the file that could not be written
     */
    public static List<Path> write(GateOutcome outcome, Path directory, Collection<ReportFormat> formats)
            throws IOException {
        return write(outcome, directory, formats, KnownFindings.none());
    }

    /** The same, with new findings marked as such. */
    public static List<Path> write(
            GateOutcome outcome, Path directory, Collection<ReportFormat> formats, KnownFindings known)
            throws IOException {
        return write(outcome, directory, formats, known, ImageTrends.none());
    }

    /** The same, with the trends of images. */
    public static List<Path> write(
            GateOutcome outcome,
            Path directory,
            Collection<ReportFormat> formats,
            KnownFindings known,
            ImageTrends trends)
            throws IOException {
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        for (ReportFormat format : new TreeSet<>(formats)) {
            Path file = directory.resolve(format.fileName());
            write(outcome, file, format.writer(known, trends));
            written.add(file);
        }
        return List.copyOf(written);
    }

    /**
     * Writes one file by any writer, under a temporary name that is renamed when it is complete.
     *
     * @throws IOException naming the file
     */
    public static void write(GateOutcome outcome, Path file, ReportWriter writer) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (directory == null || name == null) {
            throw new IOException("Cannot write a report to " + file + ": it names no file; give a file name.");
        }
        Path temporary =
                directory.resolve("." + name + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            // Findings outside the heap are read while they are written, and an iterator cannot throw a checked
            // exception.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
                writer.write(outcome, out);
            }
            replace(temporary, file);
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(
                    "Could not write the report " + file + ": " + e.getMessage()
                            + ". Check that the directory is writable and the disk is not full.",
                    e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void replace(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
