package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetched feeds, one file for each address. Only what was read to its end gets in. */
final class FeedCache {
    private static final long LONGEST_FEED = 256L << 20;
    private static final int REFRESHES_WITHIN_AGE = 4;

    private final FeedTransport transport;
    private final Path directory;
    private final Duration maxAge;
    private final Clock clock;

    FeedCache(FeedTransport transport, Path directory, Duration maxAge, Clock clock) {
        this.transport = transport;
        this.directory = directory;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** The cached feed while it is young, else a fetched one, else the cached one while it is within the age limit. */
    <T> FeedReading<T> load(String address, FeedParser<T> parser, List<String> remarks) {
        Path kept = directory.resolve(name(address));
        T young = cached(kept, maxAge.dividedBy(REFRESHES_WITHIN_AGE), parser);
        if (young != null) {
            return new FeedReading.Loaded<>(young);
        }
        try {
            return new FeedReading.Loaded<>(fetch(address, kept, parser));
        } catch (IOException | IllegalArgumentException e) {
            T old = cached(kept, maxAge, parser);
            String failure = "The threat feed " + address + " could not be fetched: " + e.getMessage();
            if (old == null) {
                return new FeedReading.Unusable<>(
                        failure + " Check the address and the way to it, or give the feed as a file.");
            }
            remarks.add(failure + " What was fetched before is used, because it is within the age limit.");
            return new FeedReading.Loaded<>(old);
        }
    }

    /** Null if there is nothing that is young enough and whole; then it is as if nothing were kept. */
    private <T> @Nullable T cached(Path kept, Duration limit, FeedParser<T> parser) {
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(kept).toInstant(), clock.instant());
            if (age.isNegative() || age.compareTo(limit) > 0) {
                return null;
            }
            try (InputStream in = Files.newInputStream(kept)) {
                return parser.parse(in);
            }
        } catch (IOException e) {
            return null;
        }
    }

    private <T> T fetch(String address, Path kept, FeedParser<T> parser) throws IOException {
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "fetching", ".part");
        try {
            try (InputStream in = transport.open(URI.create(address));
                    OutputStream out = Files.newOutputStream(fresh)) {
                copy(in, out);
            }
            T feed;
            try (InputStream in = Files.newInputStream(fresh)) {
                feed = parser.parse(in);
            }
            Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return feed;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            copied += read;
            if (copied > LONGEST_FEED) {
                throw new MalformedFeedException("it is larger than " + (LONGEST_FEED >> 20) + " MiB.");
            }
            out.write(buffer, 0, read);
        }
    }

    /** The address holds characters that no file name may hold. */
    private static String name(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32) + ".feed";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must offer SHA-256, this one does not", e);
        }
    }
}
