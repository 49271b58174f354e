package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which scanner runs. */
final class ScannerOptions {
    @Option(
            names = "--scanner",
            paramLabel = "PATH",
            description = "QScanner executable on this machine. With --scanner-sha256 another file is refused.")
    @Nullable
    Path path;

    @Option(
            names = "--scanner-sha256",
            paramLabel = "HEX",
            description = "SHA-256 of the executable, the downloaded file or the offline file.")
    @Nullable
    String sha256;

    @Option(names = "--scanner-version", paramLabel = "VERSION", description = "Version to install from --scanner-url.")
    @Nullable
    String version;

    @Option(
            names = "--scanner-url",
            paramLabel = "URL",
            description = "The file to install, or a mirror (ending in /) that has VERSION/OS-ARCH/qscanner.")
    @Nullable
    URI url;

    @Option(
            names = "--scanner-offline",
            paramLabel = "FILE",
            description = "File to install from (executable, .gz or .tar.gz); needs --scanner-sha256.")
    @Nullable
    Path offline;

    /** What must be given and is not, a sentence each. */
    List<String> missing() {
        return path != null || offline != null || url != null
                ? List.of()
                : List.of("No scanner is given. Use --scanner PATH for one that is installed, or --scanner-url with"
                        + " --scanner-version and --scanner-sha256, or --scanner-offline with --scanner-sha256.");
    }

    ScannerSource source() {
        if ((path != null && (url != null || offline != null)) || (url != null && offline != null)) {
            throw new UsageException("Give one of --scanner, --scanner-url and --scanner-offline, not several.");
        }
        if (path != null) {
            return sha256 == null ? new ScannerSource.Unverified(path) : new ScannerSource.AtPath(path, digest());
        }
        if (offline != null) {
            return new ScannerSource.Offline(offline, digest());
        }
        if (url != null) {
            if (version == null) {
                throw new UsageException("--scanner-url needs --scanner-version, for example 4.8.0-2.");
            }
            return new ScannerSource.Pinned(version, thisMachine(), digest(), url);
        }
        throw new UsageException(String.join("\n", missing()));
    }

    private Digest digest() {
        if (sha256 == null) {
            throw new UsageException("--scanner-sha256 is missing: a scanner that is installed must be verified.");
        }
        return Digest.parse(sha256.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UsageException("--scanner-sha256 must be 64 hex digits."));
    }

    private static Platform thisMachine() {
        return Platform.ofMachine("linux", System.getProperty("os.arch"));
    }
}
