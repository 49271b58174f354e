package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.qualysfargate.engine.qscanner.AwsProfileFiles;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jenkins.MasterToSlaveFileCallable;

/**
 * Makes room for one scan below a directory of the agent and puts the verified scanner there, because that directory is
 * also seen by a container that the build may run in.
 */
final class PreparePlace extends MasterToSlaveFileCallable<PreparedPlace> {
    private static final long serialVersionUID = 1L;

    private final ScannerLocation scanner;
    private final HashMap<String, String> environment;

    /** @param environment of the build on the agent */
    PreparePlace(ScannerLocation scanner, Map<String, String> environment) {
        this.scanner = scanner;
        this.environment = new HashMap<>(environment);
    }

    @Override
    public PreparedPlace invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        if (File.pathSeparatorChar == ';') {
            return PreparedPlace.refused(
                    "QScanner was not started, because this agent runs Windows and there is no QScanner for it.",
                    "Run the scan on a Linux agent: give the stage or the job a label that only Linux agents have.");
        }
        try {
            VerifiedScanner verified = scanner.obtain();
            Path root = Files.createDirectories(directory.toPath()).resolve("scan-" + UUID.randomUUID());
            Files.createDirectory(root);
            onlyForOwner(root);
            for (String child : List.of("output", "cache", "home", "tmp", "run")) {
                Files.createDirectory(root.resolve(child));
            }
            provide(verified.binary(), root.resolve("qscanner"));
            return PreparedPlace.ready(
                    root.toString(),
                    verified.remarks(),
                    AwsProfileFiles.added(environment),
                    Clock.systemUTC().millis());
        } catch (ScannerRefusedException refused) {
            return PreparedPlace.refused(
                    refused.verdict().message(), refused.verdict().howToFix());
        }
    }

    private static void onlyForOwner(Path root) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Verified a moment ago, so a copy of it is what was verified. */
    private static void provide(Path verified, Path to) throws IOException {
        Files.copy(verified, to);
        if (!to.toFile().setExecutable(true, true)) {
            throw new IOException(to + " could not be made executable; is its file system mounted without exec?");
        }
    }
}
