package io.jenkins.plugins.qualysfargate.cli.demo;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PolicyDecision;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanRequest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanWorkspace;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes recorded files where a scanner would write its own; everything after that is the real thing. */
public final class RecordedScanner implements Scanner {
    /** When the recordings were made; they say so themselves, and the reports show it. */
    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    private static final int DONE = 0;

    private final Path work;

    /** @param work parent of the temporary directories */
    public RecordedScanner(Path work) {
        this.work = work;
    }

    @Override
    public ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation) {
        return Recording.ALL.stream()
                .filter(recording -> recording.manifest().equals(request.image().digest()))
                .findFirst()
                .<ScannerRun>map(recording -> replay(recording, log))
                .orElseGet(() -> ScannerRun.failed(
                        IndeterminateCause.SCANNER_UNAVAILABLE,
                        "There is no recording of " + request.image() + ".",
                        "Scan it for real: qualys-fargate scan --help"));
    }

    @Override
    public String version() {
        return "4.8.0-2";
    }

    private ScannerRun replay(Recording recording, ScanLog log) {
        try {
            ScanWorkspace workspace = ScanWorkspace.create(work);
            String id = recording.config().hex();
            copy(recording, "Report.sarif.json", workspace.output().resolve(id + "-Report.sarif.json"));
            copy(recording, "ScanResult.json", workspace.output().resolve(id + "-ScanResult.json"));
            log.line("Replayed the recording of " + RECORDED);
            return new ScannerRun.Finished(
                    DONE, PolicyDecision.NONE, workspace, RECORDED, RECORDED.plusSeconds(60), version());
        } catch (IOException failed) {
            return ScannerRun.failed(
                    IndeterminateCause.SCANNER_UNAVAILABLE,
                    "The recording of " + recording.image() + " could not be replayed: " + failed.getMessage(),
                    "Check that " + work + " can be written.");
        }
    }

    private static void copy(Recording recording, String name, Path target) throws IOException {
        try (InputStream in = RecordedScanner.class.getResourceAsStream(recording.folder() + "/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(recording.folder() + "/" + name + " is missing in this build");
            }
            Files.copy(in, target);
        }
    }
}
