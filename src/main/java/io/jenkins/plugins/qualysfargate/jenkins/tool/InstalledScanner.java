package io.jenkins.plugins.qualysfargate.jenkins.tool;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HttpScannerDownload;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerInstaller;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The scanner of an installation: a file that lies on the agent, or a version to download there. */
final class InstalledScanner implements ScannerLocation {
    private static final long serialVersionUID = 1L;
    private static final String EXECUTABLE = "qscanner";

    /** On the agent: the executable or its directory, or where downloads are kept. */
    private final String path;

    /** Of the executable; empty to run it unverified. */
    private final String sha256;

    /** What to download; null for a file that lies there. */
    @CheckForNull
    private final PinnedScanner pinned;

    @CheckForNull
    private final NetworkSettings network;

    private InstalledScanner(
            String path, String sha256, @CheckForNull PinnedScanner pinned, @CheckForNull NetworkSettings network) {
        this.path = path;
        this.sha256 = sha256;
        this.pinned = pinned;
        this.network = network;
    }

    /**
     * A scanner that lies on the agent.
     *
     * @param path of the executable, or of a directory that holds {@code qscanner}
     * @param sha256 of the executable; empty to run it unverified
     */
    static InstalledScanner at(String path, String sha256) {
        return new InstalledScanner(path, sha256, null, null);
    }

    /** @param tools directory on the agent that only its user writes to */
    static InstalledScanner pinned(PinnedScanner pinned, String tools, NetworkSettings network) {
        return new InstalledScanner(tools, "", pinned, network);
    }

    @Override
    public VerifiedScanner obtain() throws IOException, InterruptedException {
        Path place = absolute(path);
        if (pinned == null || network == null) {
            return new ScannerInstaller(place, InstalledScanner::downloadNothing).obtain(lying(place));
        }
        try {
            ScannerSource source = pinned.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
            HttpScannerDownload download = HttpScannerDownload.over(network.httpOnAgent(place));
            return new ScannerInstaller(place, download).obtain(source);
        } catch (HttpConfigurationException e) {
            throw new ScannerRefusedException(
                    "The scanner was not downloaded: " + e.getMessage() + ".",
                    "Correct the file of certificates in the settings of Qualys Fargate.",
                    e);
        }
    }

    private ScannerSource lying(Path place) {
        Path executable = Files.isDirectory(place) ? place.resolve(EXECUTABLE) : place;
        return sha256.isEmpty()
                ? new ScannerSource.Unverified(executable)
                : new ScannerSource.AtPath(
                        executable,
                        Digest.parse(sha256)
                                .orElseThrow(() -> new IllegalStateException("checked when the location was made")));
    }

    private static void downloadNothing(URI from, Path to, long maxBytes) throws IOException {
        throw new IOException("a scanner that lies on the agent is not downloaded");
    }

    private static Path absolute(String path) throws ScannerRefusedException {
        try {
            Path place = Path.of(path);
            if (place.isAbsolute()) {
                return place;
            }
        } catch (InvalidPathException e) {
            // Told below, like a relative path.
        }
        throw new ScannerRefusedException(
                "The scanner was not started: '" + path + "' is no absolute path on this agent.",
                "Correct the home of the scanner installation, or the path in the step.",
                null);
    }

    @Override
    public String toString() {
        return pinned == null ? path : pinned.toString();
    }
}
