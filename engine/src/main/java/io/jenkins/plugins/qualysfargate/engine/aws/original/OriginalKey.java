package io.jenkins.plugins.qualysfargate.engine.aws.original;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a result lies: {@code scan-results/repository/digest/YYYYMMDD-HHMMSS.json}. A repository may hold slashes, so a key
 * is read from its end.
 */
public record OriginalKey(String repository, Digest digest, Instant time) {
    static final String PREFIX = "scan-results/";

    private static final String SUFFIX = ".json";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Empty for an object that is no result, for example a raw report beside one. */
    public static Optional<OriginalKey> parse(String key) {
        if (!key.startsWith(PREFIX) || !key.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        int leaf = key.lastIndexOf('/');
        int directory = key.lastIndexOf('/', leaf - 1);
        if (directory <= PREFIX.length()) {
            return Optional.empty();
        }
        try {
            String time = key.substring(leaf + 1, key.length() - SUFFIX.length());
            return Optional.of(new OriginalKey(
                    key.substring(PREFIX.length(), directory),
                    new Digest(key.substring(directory + 1, leaf)),
                    LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Begins all keys of a repository, and of those whose names begin with it and a slash. */
    static String prefix(String repository) {
        return PREFIX + repository + "/";
    }
}
