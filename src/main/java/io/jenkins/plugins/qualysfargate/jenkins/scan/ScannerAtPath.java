package io.jenkins.plugins.qualysfargate.jenkins.scan;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HttpScannerDownload;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerInstaller;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import java.io.IOException;
import java.nio.file.Path;

/** A scanner that lies on the agent already. */
final class ScannerAtPath implements ScannerLocation {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sha256;

    /** @param sha256 in hex, with or without {@code sha256:}; empty to run the file unverified */
    ScannerAtPath(String path, String sha256) {
        this.path = path;
        this.sha256 = sha256.isEmpty() || sha256.startsWith("sha256:") ? sha256 : "sha256:" + sha256;
        if (!sha256.isEmpty()) {
            digest();
        }
    }

    private Digest digest() {
        return new Digest(sha256);
    }

    @Override
    public VerifiedScanner obtain() throws IOException, InterruptedException {
        Path file = Path.of(path);
        ScannerSource source =
                sha256.isEmpty() ? new ScannerSource.Unverified(file) : new ScannerSource.AtPath(file, digest());
        HttpScannerDownload unused = HttpScannerDownload.over(HttpSettings.DEFAULT);
        return new ScannerInstaller(file.toAbsolutePath().resolveSibling("tools"), unused).obtain(source);
    }
}
