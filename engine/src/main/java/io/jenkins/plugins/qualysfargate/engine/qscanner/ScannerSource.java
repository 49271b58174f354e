package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

/** Where the scanner comes from, and what it must be. Only {@link Unverified} goes without a checksum, and says so. */
public sealed interface ScannerSource {

    /** An executable on this machine that must have this SHA-256. */
    record AtPath(Path path, Digest sha256) implements ScannerSource {}

    /** An executable on this machine that is taken as it is; every run carries a warning. */
    record Unverified(Path path) implements ScannerSource {}

    /**
     * A version to download once.
     *
     * @param version for example {@code 4.8.0-2}
     * @param sha256 of the file as it is downloaded, packed or not
     * @param from the file itself (executable, {@code .gz} or {@code .tar.gz}), or, ending in {@code /}, a mirror that has
     *     it at {@code version/os-architecture/qscanner}
     */
    record Pinned(String version, Platform platform, Digest sha256, URI from) implements ScannerSource {
        /** @throws IllegalArgumentException if the version could not be the name of a directory */
        public Pinned {
            if (!version.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,63}") || version.equals("latest")) {
                throw new IllegalArgumentException("'" + version + "' is not a scanner version to pin; give the full "
                        + "number, for example 4.8.0-2");
            }
        }
    }

    /**
     * A file that was brought here by hand: executable, {@code .gz} or {@code .tar.gz}.
     *
     * @param sha256 of that file
     */
    record Offline(Path file, Digest sha256) implements ScannerSource {}

    /** Maps the four cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super AtPath, ? extends T> atPath,
            Function<? super Unverified, ? extends T> unverified,
            Function<? super Pinned, ? extends T> pinned,
            Function<? super Offline, ? extends T> offline) {
        if (this instanceof AtPath it) {
            return atPath.apply(it);
        }
        if (this instanceof Unverified it) {
            return unverified.apply(it);
        }
        return this instanceof Pinned it ? pinned.apply(it) : offline.apply((Offline) this);
    }
}
