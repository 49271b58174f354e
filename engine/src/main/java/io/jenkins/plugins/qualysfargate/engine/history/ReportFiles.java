package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Report bodies beside the database, each named by the SHA-256 of its bytes: equal reports are one file, and a file that
 * is not what was recorded shows.
 */
final class ReportFiles {
    /** Longer than any save takes; what is younger may belong to a save that is under way. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final String SUFFIX = ".json.gz";

    private final Path directory;
    private final Clock clock;

    ReportFiles(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A report that is written but not kept yet.
     *
     * @param hash 64 hex digits
     */
    record Draft(Path file, String hash) {}

    /** Writes a report to where nobody looks for it. */
    Draft write(ScanReport report) throws IOException {
        Path incoming = Files.createDirectories(directory.resolve("incoming"));
        Path file = incoming.resolve(UUID.randomUUID() + ".tmp");
        MessageDigest digest = BoundedText.sha256();
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            ScanReportCodec.write(report, out);
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Draft(file, HexFormat.of().formatHex(digest.digest()));
    }

    /** Moves a draft to its name; one of the same content that is there already, sound or not, is replaced. */
    void keep(Draft draft) throws IOException {
        Path file = file(draft.hash());
        if (!Files.exists(draft.file()) && Files.exists(file)) {
            // Kept by a first try of the same save.
            return;
        }
        Files.createDirectories(directory.resolve(draft.hash().substring(0, 2)));
        Files.setLastModifiedTime(draft.file(), FileTime.from(clock.instant()));
        Files.move(draft.file(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void discard(Draft draft) throws IOException {
        Files.deleteIfExists(draft.file());
    }

    /** @throws CorruptHistoryException if the file is missing or its bytes are others than were recorded */
    ScanReport load(String hash) {
        Path file = file(hash);
        String where = "the report " + file;
        ScanReportCodec.reading(where, () -> {
            if (!hash(file).equals(hash)) {
                throw new IOException("its bytes have another SHA-256 than the one recorded");
            }
            return file;
        });
        return ScanReportCodec.read(() -> new BufferedInputStream(Files.newInputStream(file)), where);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = BoundedText.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("the file is missing", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path file(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash + SUFFIX);
    }

    /** The hashes of all files that no save can be working on; and drops the drafts that a crash left. */
    List<String> settled() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Instant limit = clock.instant().minus(SETTLED);
        try (Stream<Path> files = Files.walk(directory, 2)) {
            List<Path> old = files.filter(file -> isOld(file, limit)).toList();
            for (Path file : old) {
                if (file.toString().endsWith(".tmp")) {
                    Files.deleteIfExists(file);
                }
            }
            return old.stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        }
    }

    void forget(String hash) throws IOException {
        if (isOld(file(hash), clock.instant().minus(SETTLED))) {
            Files.deleteIfExists(file(hash));
        }
    }

    private static boolean isOld(Path file, Instant limit) {
        java.io.File plain = file.toFile();
        return plain.isFile() && plain.lastModified() < limit.toEpochMilli();
    }
}
