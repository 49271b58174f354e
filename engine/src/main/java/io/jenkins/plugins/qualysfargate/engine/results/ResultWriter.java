package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.report.VerdictJson;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a result beside its place and moves it there when it is whole. */
final class ResultWriter {
    private static final System.Logger LOG = System.getLogger(ResultWriter.class.getName());

    /** In UTF-16 units. */
    private static final int LABEL = 500;

    private final GateRun run;
    private final Path directory;

    ResultWriter(GateRun run, Path directory) {
        this.run = run;
        this.directory = directory.toAbsolutePath();
    }

    void write() throws IOException {
        Path parent = directory.getParent();
        if (parent == null) {
            throw new IOException("Cannot write a result to " + directory + ": it has no name; name a new directory.");
        }
        Path temporary = parent.resolve(".result-" + UUID.randomUUID() + ".tmp");
        try {
            if (Files.exists(directory)) {
                throw new IOException("there is something of that name already");
            }
            Files.createDirectories(parent);
            Files.createDirectory(temporary);
            fill(temporary);
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            // Findings outside the heap are read while they are written, and an iterator cannot throw a checked one.
            throw new IOException(
                    "Could not write the result of the gate to " + directory + ": " + e.getMessage()
                            + ". Check that each run has a new directory, that it may be written and the disk is not full.",
                    e);
        } finally {
            discard(temporary);
        }
    }

    private void fill(Path temporary) throws IOException {
        Path verdict = Layout.verdict(temporary);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(verdict))) {
            new VerdictJson().write(run.outcome(), out);
        }
        FileSeal seal = FileSeal.of(verdict);
        if (seal.bytes() > Layout.VERDICT_LIMITS.bytes()) {
            throw new IOException("the verdict has " + seal.bytes() + " bytes, and no more than "
                    + Layout.VERDICT_LIMITS.bytes() + " would be read again");
        }
        List<Index.Image> images = new ArrayList<>();
        for (JudgedImage image : run.outcome().images()) {
            images.add(image(image, Layout.rows(temporary, images.size())));
        }
        new Index(seal, images).write(Layout.index(temporary));
    }

    private Index.Image image(JudgedImage image, Path file) throws IOException {
        ScanReport report = image.report();
        if (report == null) {
            return new Index.Image(null, null);
        }
        Baseline baseline = run.baselineOf(image);
        SealedRows rows = RowFile.write(image, report, run::baselineOf, file);
        return new Index.Image(baseline == null ? null : SafeText.line(baseline.label(), LABEL), rows);
    }

    /** What cannot be deleted is in nobody's way; how the writing itself ended is what counts. */
    private static void discard(Path temporary) {
        if (!Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(temporary);
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "Could not delete " + temporary + ", delete it by hand", left);
        }
    }
}
