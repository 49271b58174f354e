package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;

/** A file of this machine in which an object is put together before it is sent, because S3 wants to know its length first. */
public final class Spool implements AutoCloseable {
    private final Path file;
    private final String sha256;

    private Spool(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** What is written into the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes it all, for the owner of the process alone to read. */
    public static Spool of(Content content) throws IOException {
        Path file = Files.createTempFile("qualys-fargate-", ".tmp");
        MessageDigest digest = sha256();
        boolean whole = false;
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            content.writeTo(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Spool(file, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** 64 hex digits. */
    public String sha256Hex() {
        return sha256;
    }

    public RequestBody body() {
        return RequestBody.fromFile(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
