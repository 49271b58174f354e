package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file must be to be the one that was written: its length in bytes and its SHA-256. */
record FileSeal(long bytes, Digest sha256) {

    static FileSeal of(Path file) throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new FileSeal(bytes, new Digest("sha256:" + HexFormat.of().formatHex(digest.digest())));
        }
    }

    static FileSeal read(Fields fields) {
        return new FileSeal(fields.count("bytes"), new Digest(fields.text("sha256")));
    }

    void write(JsonOut json) throws IOException {
        json.number("bytes", bytes).text("sha256", sha256);
    }

    /** @throws DamagedResultException if the file has another length */
    void checkLength(Path file) throws IOException {
        long found = Files.size(file);
        if (found != bytes) {
            throw new DamagedResultException("It has " + found + " bytes, but " + bytes + " were written.");
        }
    }

    /** @throws DamagedResultException if the file is not the one that was written */
    void check(Path file) throws IOException {
        checkLength(file);
        if (!of(file).equals(this)) {
            throw new DamagedResultException("Its content is not what was written: it has another SHA-256.");
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
