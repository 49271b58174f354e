package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The scanner as it is handed out: the executable itself, {@code .gz} or {@code .tar.gz}, told apart by content. Whatever
 * an archive says, only one file is ever written, and where the caller says.
 */
final class ScannerPackage {
    private final Path file;
    private final long largest;

    /** @param largest how many bytes the unpacked executable may have */
    ScannerPackage(Path file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    /** What one reading of the package found: the checksum of itself and of the executable in it. */
    record Contents(Digest packed, Digest executable) {}

    /** Reads all of it and writes nothing. */
    Contents inspect() throws IOException {
        return copy(OutputStream.nullOutputStream());
    }

    /** Writes the executable to a new file, not executable yet. */
    Contents unpack(Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return copy(out);
        }
    }

    private Contents copy(OutputStream to) throws IOException {
        MessageDigest packed = Checksum.sha256();
        MessageDigest executable = Checksum.sha256();
        try (InputStream raw = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), packed);
                OutputStream out = new DigestOutputStream(to, executable)) {
            // The stream in between may read ahead; what it leaves is read below, so that the checksum covers all.
            copyExecutable(new BufferedInputStream(raw), out);
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            throw refused("it is damaged: " + e.getMessage(), e);
        }
        return new Contents(Checksum.of(packed), Checksum.of(executable));
    }

    private void copyExecutable(BufferedInputStream in, OutputStream out) throws IOException {
        byte[] start = peek(in, 4);
        if (start[0] == 'P' && start[1] == 'K') {
            throw refused("it is a zip archive", null);
        }
        if ((start[0] & 0xff) != 0x1f || (start[1] & 0xff) != 0x8b) {
            new Bounded(in).transferTo(out);
            return;
        }
        BufferedInputStream unzipped = new BufferedInputStream(new Bounded(new GZIPInputStream(in)));
        byte[] header = peek(unzipped, TarArchive.BLOCK);
        if (TarArchive.isHeader(header)) {
            new TarArchive(unzipped, reason -> refused(reason, null)).copy("qscanner", out);
        } else {
            unzipped.transferTo(out);
        }
    }

    private static byte[] peek(BufferedInputStream in, int count) throws IOException {
        in.mark(count);
        byte[] start = new byte[count];
        in.readNBytes(start, 0, count);
        in.reset();
        return start;
    }

    private ScannerRefusedException refused(String reason, @Nullable Throwable cause) {
        return new ScannerRefusedException(
                "The scanner package " + file + " was refused: " + reason + ".",
                "Give the executable itself, or a .gz or .tar.gz that holds one file named qscanner.",
                cause);
    }

    /** Stops a small file that unpacks to a huge one. */
    private final class Bounded extends FilterInputStream {
        private long left = largest;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) {
                throw refused("it holds more than " + largest + " bytes", null);
            }
        }
    }
}
