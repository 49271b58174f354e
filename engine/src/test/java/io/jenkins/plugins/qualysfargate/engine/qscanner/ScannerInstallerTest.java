package io.jenkins.plugins.qualysfargate.engine.qscanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerInstallerTest {
    private static final byte[] SCANNER = "#!/bin/sh\necho 4.8.0\n".getBytes(StandardCharsets.UTF_8);
    private static final Digest OTHER = new Digest("sha256:" + "f".repeat(64));
    private static final URI MIRROR = URI.create("https://mirror.example/q/");

    @TempDir
    private Path root;

    private Path tools;
    private final AtomicInteger downloads = new AtomicInteger();

    @BeforeEach
    void place() {
        tools = root.resolve("tools");
    }

    private ScannerInstaller installer(byte[] served) {
        return new ScannerInstaller(tools, (from, to, maxBytes) -> {
            assertThat(from.toString()).startsWith("https://mirror.example/q/");
            downloads.incrementAndGet();
            Files.write(to, served);
        });
    }

    private ScannerInstaller offline() {
        return new ScannerInstaller(tools, (from, to, maxBytes) -> {
            throw new IOException("there is no network");
        });
    }

    private static ScannerSource.Pinned pinned(Digest sha256, URI from) {
        return new ScannerSource.Pinned("4.8.0-2", Platform.LINUX_AMD64, sha256, from);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(root.resolve(name), content);
    }

    private Digest sha256(byte[] content) throws IOException {
        return Checksum.of(file("to-be-hashed", content));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void assertNothingExecutable() throws IOException {
        if (Files.exists(tools)) {
            try (Stream<Path> files = Files.walk(tools)) {
                assertThat(files.filter(Files::isRegularFile)).noneMatch(Files::isExecutable);
            }
        }
    }

    private void assertRefused(ScannerInstaller installer, ScannerSource source, String... words) throws IOException {
        assertThatThrownBy(() -> installer.obtain(source)).isInstanceOfSatisfying(ScannerRefusedException.class, e -> {
            assertThat(e.verdict().cause()).isEqualTo(IndeterminateCause.SCANNER_UNAVAILABLE);
            assertThat(e.verdict().message()).contains(words);
            assertThat(e.verdict().howToFix()).isNotBlank();
        });
        assertNothingExecutable();
    }

    @Test
    void shouldInstallAPinnedVersionOnceBelowItsChecksum() throws Exception {
        ScannerSource source = pinned(sha256(SCANNER), MIRROR);
        VerifiedScanner first = installer(SCANNER).obtain(source);
        VerifiedScanner second = installer(SCANNER).obtain(source);

        assertThat(first.binary())
                .isEqualTo(tools.resolve("qscanner/4.8.0-2/linux-amd64")
                        .resolve(sha256(SCANNER).hex())
                        .resolve("qscanner"))
                .isExecutable()
                .hasBinaryContent(SCANNER);
        assertThat(second.binary()).isEqualTo(first.binary());
        assertThat(first.sha256()).isEqualTo(sha256(SCANNER));
        assertThat(first.remarks()).isEmpty();
        assertThat(downloads).hasValue(1);
    }

    @Test
    void shouldAskAMirrorForVersionAndPlatform() throws Exception {
        List<URI> asked = new ArrayList<>();
        ScannerInstaller installer = new ScannerInstaller(tools, (from, to, maxBytes) -> {
            asked.add(from);
            Files.write(to, SCANNER);
        });
        installer.obtain(pinned(sha256(SCANNER), MIRROR));
        assertThat(asked).containsExactly(URI.create("https://mirror.example/q/4.8.0-2/linux-amd64/qscanner"));
    }

    @Test
    void shouldRefuseADownloadWithAnotherChecksum() throws IOException {
        assertRefused(
                installer("<html>not found</html>".getBytes(StandardCharsets.UTF_8)),
                pinned(sha256(SCANNER), MIRROR),
                sha256(SCANNER).value(),
                sha256("<html>not found</html>".getBytes(StandardCharsets.UTF_8))
                        .value(),
                "mirror.example");
    }

    @Test
    void shouldReplaceAnInstalledScannerThatWasTamperedWith() throws Exception {
        ScannerSource source = pinned(sha256(gzip(SCANNER)), URI.create("https://mirror.example/q/qscanner.gz"));
        Path binary = installer(gzip(SCANNER)).obtain(source).binary();
        Files.writeString(binary, "#!/bin/sh\necho evil\n");
        assertThat(offline().obtain(source).binary()).hasBinaryContent(SCANNER);
    }

    @Test
    void shouldFetchAgainWhatWasKeptAndTamperedWith() throws Exception {
        ScannerSource source = pinned(sha256(SCANNER), MIRROR);
        Path binary = installer(SCANNER).obtain(source).binary();
        Files.writeString(binary.resolveSibling("package"), "evil");
        installer(SCANNER).obtain(source);
        assertThat(downloads).hasValue(2);
    }

    @Test
    void shouldSayWhyADownloadFailedWithoutShowingItsPassword() throws IOException {
        URI from = URI.create("https://me:hunter2@mirror.example/qscanner?token=hunter2");
        assertRefused(offline(), pinned(OTHER, from), "there is no network", "https://mirror.example/qscanner");
        assertThatThrownBy(() -> offline().obtain(pinned(OTHER, from))).hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldInstallOfflinePackagesOfEveryKind() throws Exception {
        byte[] tar = gzip(new TarBytes()
                .file("linux-amd64/README", "read me")
                .file("linux-amd64/qscanner", SCANNER)
                .end());
        for (byte[] content : List.of(SCANNER, gzip(SCANNER), tar)) {
            Path file = file("brought", content);
            VerifiedScanner scanner = offline().obtain(new ScannerSource.Offline(file, sha256(content)));
            assertThat(scanner.binary()).isExecutable().hasBinaryContent(SCANNER);
            assertThat(scanner.sha256()).isEqualTo(sha256(SCANNER));
        }
    }

    @Test
    void shouldRefuseAnOfflinePackageWithAnotherChecksum() throws IOException {
        assertRefused(
                offline(), new ScannerSource.Offline(file("brought", gzip(SCANNER)), OTHER), OTHER.value(), "brought");
        assertRefused(offline(), new ScannerSource.Offline(root.resolve("absent"), OTHER), "no such file");
    }

    @Test
    void shouldRefuseAPackageWithSomethingAppended() throws IOException {
        byte[] good = gzip(SCANNER);
        byte[] appended = Arrays.copyOf(good, good.length + 100_000);
        Digest expected = sha256(good);
        assertRefused(offline(), new ScannerSource.Offline(file("brought", appended), expected), "checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../qscanner", "a/../../qscanner", "/usr/bin/qscanner", "..\\qscanner", "x/.."})
    void shouldRefuseArchivesThatReachOutside(String path) throws IOException {
        byte[] tar = gzip(
                new TarBytes().file(path, SCANNER).file("qscanner", SCANNER).end());
        assertRefused(offline(), new ScannerSource.Offline(file("brought", tar), sha256(tar)), "unsafe path");
        assertThat(root.resolve("qscanner")).doesNotExist();
    }

    @Test
    void shouldRefuseOddArchives() throws IOException {
        byte[] twice = gzip(new TarBytes()
                .file("a/qscanner", SCANNER)
                .file("b/qscanner", SCANNER)
                .end());
        assertRefused(offline(), new ScannerSource.Offline(file("f", twice), sha256(twice)), "several files");
        byte[] none = gzip(new TarBytes().file("other", SCANNER).end());
        assertRefused(offline(), new ScannerSource.Offline(file("f", none), sha256(none)), "no file named");
        byte[] link = gzip(new TarBytes().link("qscanner", "/bin/sh").end());
        assertRefused(offline(), new ScannerSource.Offline(file("f", link), sha256(link)), "no regular file");
        byte[] cut = gzip(new TarBytes().file("qscanner", new byte[5000]).cut(2000));
        assertRefused(offline(), new ScannerSource.Offline(file("f", cut), sha256(cut)), "cut off");
        byte[] half = Arrays.copyOf(gzip(SCANNER), 15);
        assertRefused(offline(), new ScannerSource.Offline(file("f", half), sha256(half)), "damaged");
        byte[] zip = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(offline(), new ScannerSource.Offline(file("f", zip), sha256(zip)), "zip");
    }

    @Test
    void shouldStopAPackageThatUnpacksToTooMuch() throws IOException {
        Path bomb = file("bomb", gzip(new byte[1 << 20]));
        assertThatThrownBy(() -> new ScannerPackage(bomb, 1 << 16).inspect()).hasMessageContaining("more than 65536");
    }

    @Test
    void shouldTakeAFileWithItsChecksumOrWithAWarning() throws Exception {
        Path binary = file("mine", SCANNER);
        assertRefused(offline(), new ScannerSource.Unverified(binary), "may not execute");
        assertThat(binary.toFile().setExecutable(true)).isTrue();

        assertThat(offline()
                        .obtain(new ScannerSource.AtPath(binary, sha256(SCANNER)))
                        .remarks())
                .isEmpty();
        assertRefused(
                offline(),
                new ScannerSource.AtPath(binary, OTHER),
                OTHER.value(),
                sha256(SCANNER).value());
        VerifiedScanner unverified = offline().obtain(new ScannerSource.Unverified(binary));
        assertThat(unverified.sha256()).isEqualTo(sha256(SCANNER));
        assertThat(unverified.remarks())
                .singleElement()
                .asString()
                .contains("Nothing vouches", sha256(SCANNER).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "", "../4.8", "4 8", "-v"})
    void shouldRefuseWhatIsNoVersion(String version) {
        assertThatThrownBy(() -> new ScannerSource.Pinned(version, Platform.LINUX_AMD64, OTHER, MIRROR))
                .hasMessageContaining("version to pin");
    }

    @Test
    void shouldSurviveManyInstallingAtOnce() throws Exception {
        ScannerSource source = pinned(sha256(SCANNER), MIRROR);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<VerifiedScanner> obtain = () -> installer(SCANNER).obtain(source);
            List<Callable<VerifiedScanner>> all = Collections.nCopies(24, obtain);
            for (Future<VerifiedScanner> one : pool.invokeAll(all)) {
                assertThat(one.get().binary()).isExecutable().hasBinaryContent(SCANNER);
            }
        } finally {
            pool.shutdown();
        }
        try (Stream<Path> files = Files.walk(tools)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }
}
