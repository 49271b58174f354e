package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Fetches one file; what it fetched is still to be verified. */
@FunctionalInterface
public interface ScannerDownload {

    /**
     * Writes what lies at {@code from} to the new file {@code to}.
     *
     * @param maxBytes more than this is an error
     * @throws IOException saying what went wrong; {@code to} may then hold a part
     */
    void fetch(URI from, Path to, long maxBytes) throws IOException, InterruptedException;
}
