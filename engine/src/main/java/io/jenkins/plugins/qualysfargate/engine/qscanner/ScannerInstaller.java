package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/**
 * Brings a scanner to where it can be started, and vouches for it. Several processes may install into one directory at
 * once: everything is complete and verified before it gets its name.
 */
public final class ScannerInstaller {
    /** A packed or unpacked scanner beyond this is none; today's are a tenth of it. */
    private static final long LARGEST = 1L << 30;

    private final Path tools;
    private final ScannerDownload download;

    /** @param tools the directory that installed scanners live below; only this user should be able to write there */
    public ScannerInstaller(Path tools, ScannerDownload download) {
        this.tools = tools.toAbsolutePath();
        this.download = download;
    }

    /**
     * Installs if need be, and verifies always.
     *
     * @throws ScannerRefusedException if it cannot be had, or is not what the source says
     */
    public VerifiedScanner obtain(ScannerSource source) throws ScannerRefusedException, InterruptedException {
        try {
            return source.<Obtaining>fold(
                            atPath -> () -> atPath(atPath),
                            unverified -> () -> unverified(unverified),
                            pinned -> () -> pinned(pinned),
                            offline -> () -> install(
                                    offline.file(),
                                    offline.sha256(),
                                    tools.resolve("qscanner/offline")
                                            .resolve(offline.sha256().hex())))
                    .run();
        } catch (ScannerRefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new ScannerRefusedException(
                    "The scanner could not be installed below " + tools + ": " + e + ".",
                    "Check that the directory can be written and its disk is not full.",
                    e);
        }
    }

    private static VerifiedScanner atPath(ScannerSource.AtPath source) throws IOException {
        Path binary = executable(source.path());
        Digest actual = Checksum.of(binary);
        requireEqual(binary, source.sha256(), actual);
        return new VerifiedScanner(binary, actual, List.of());
    }

    private static VerifiedScanner unverified(ScannerSource.Unverified source) throws IOException {
        Path binary = executable(source.path());
        Digest actual = Checksum.of(binary);
        String remark = "Nothing vouches for the scanner " + binary + "; it is " + actual
                + ". Give this checksum with its path, so that another file is refused.";
        return new VerifiedScanner(binary, actual, List.of(remark));
    }

    private VerifiedScanner pinned(ScannerSource.Pinned source) throws IOException, InterruptedException {
        String platform = source.platform().toString().replace('/', '-');
        Path directory = tools.resolve("qscanner")
                .resolve(source.version())
                .resolve(platform)
                .resolve(source.sha256().hex());
        Files.createDirectories(directory);
        Path kept = directory.resolve("package");
        if (!Files.isRegularFile(kept) || !Checksum.of(kept).equals(source.sha256())) {
            fetch(address(source, platform), source.sha256(), kept);
        }
        return install(kept, source.sha256(), directory);
    }

    private static URI address(ScannerSource.Pinned source, String platform) {
        boolean mirror = source.from().toString().endsWith("/");
        return mirror ? source.from().resolve(source.version() + "/" + platform + "/qscanner") : source.from();
    }

    private void fetch(URI from, Digest expected, Path to) throws IOException, InterruptedException {
        Path part = to.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            download.fetch(from, part, LARGEST);
            requireEqual(from, expected, Checksum.of(part));
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (ScannerRefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new ScannerRefusedException(
                    "The scanner could not be downloaded from " + shown(from) + ": " + e + ".",
                    "Check the address, the proxy and the network; or fetch it by hand and give its path.",
                    e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The package is read once more every time, because it is what the checksum speaks of. */
    private VerifiedScanner install(Path file, Digest sha256, Path directory) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw missing(file);
        }
        ScannerPackage source = new ScannerPackage(file, LARGEST);
        Path binary = directory.resolve("qscanner");
        ScannerPackage.Contents contents = source.inspect();
        requireEqual(file, sha256, contents.packed());
        if (!Files.isExecutable(binary) || !Checksum.of(binary).equals(contents.executable())) {
            Files.createDirectories(directory);
            Path part = directory.resolve("." + UUID.randomUUID() + ".part");
            try {
                ScannerPackage.Contents written = source.unpack(part);
                requireEqual(file, sha256, written.packed());
                if (!part.toFile().setExecutable(true, true)) {
                    throw new IOException(part + " could not be made executable");
                }
                Files.move(part, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return new VerifiedScanner(binary, contents.executable(), List.of());
    }

    private static Path executable(Path path) throws ScannerRefusedException {
        if (!Files.isRegularFile(path)) {
            throw missing(path);
        }
        if (!Files.isExecutable(path)) {
            throw new ScannerRefusedException(
                    "The scanner " + path + " cannot be started: this user may not execute it.",
                    "Make it executable, or name the file that is.",
                    null);
        }
        return path.toAbsolutePath();
    }

    private static ScannerRefusedException missing(Path path) {
        return new ScannerRefusedException(
                "The scanner " + path + " cannot be started: there is no such file on the machine that scans.",
                "Check its path there.",
                null);
    }

    private static void requireEqual(Object what, Digest expected, Digest actual) throws ScannerRefusedException {
        if (!expected.equals(actual)) {
            throw new ScannerRefusedException(
                    "The scanner from " + (what instanceof URI uri ? shown(uri) : what) + " was refused: its checksum "
                            + expected + " is expected, but it is " + actual + ".",
                    "Check where it comes from. If a new version is wanted, change the version and the checksum "
                            + "together.",
                    null);
        }
    }

    /** Without user and query, which may hold credentials. */
    private static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    }

    private interface Obtaining {
        VerifiedScanner run() throws IOException, InterruptedException;
    }
}
