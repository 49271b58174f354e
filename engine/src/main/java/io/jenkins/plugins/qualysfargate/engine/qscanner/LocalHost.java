package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the scanner as child processes of this one. */
final class LocalHost implements ScannerHost {
    private final VerifiedScanner scanner;
    private final Path workDirectory;
    private final Map<String, String> inherited;
    private final Clock clock;

    LocalHost(VerifiedScanner scanner, Path workDirectory, Map<String, String> inherited, Clock clock) {
        this.scanner = scanner;
        this.workDirectory = workDirectory;
        this.inherited = Map.copyOf(inherited);
        this.clock = clock;
    }

    /** The file may have been exchanged since it was verified, so it is looked at before every start. */
    @Override
    public ScanPlace open(@Nullable ScanRequest request) throws IOException {
        Digest now = Checksum.of(scanner.binary());
        if (!now.equals(scanner.sha256())) {
            throw new ScannerRefusedException(
                    "The scanner " + scanner.binary()
                            + " was not started, because it has changed since it was verified: " + scanner.sha256()
                            + " is expected, but it is " + now,
                    "Find out who changed it. Then delete it, so that it is installed again.",
                    null);
        }
        return new LocalPlace(ScanWorkspace.create(workDirectory));
    }

    @Override
    public Map<String, String> environment() {
        return AwsProfileFiles.added(inherited);
    }

    @Override
    public List<String> remarks() {
        return scanner.remarks();
    }

    private final class LocalPlace implements ScanPlace {
        private final ScanWorkspace workspace;
        private Instant startedAt = Instant.MAX;

        LocalPlace(ScanWorkspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public String scanner() {
            return scanner.binary().toString();
        }

        @Override
        public ScanDirectories directories() {
            return workspace.directories();
        }

        @Override
        public ProcessEnd run(
                ScannerCommand command, OutputStream console, ProcessLimits limits, Cancellation cancellation)
                throws IOException {
            startedAt = clock.instant();
            return new ChildProcess(command, workspace.temporary()).run(console, limits, cancellation);
        }

        @Override
        public Instant startedAt() {
            return startedAt;
        }

        @Override
        public ScanOutput output() {
            return workspace;
        }

        @Override
        public void close() {
            workspace.close();
        }
    }
}
