package io.jenkins.plugins.qualysfargate.engine.history;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one judged scan for ever; recording it twice under the same id keeps it once.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}, so that it may stand in paths, URLs and keys as it is
 */
public record ScanId(String value) implements Comparable<ScanId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws IllegalArgumentException if the text has other characters or another length */
    public ScanId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a scan id: 1 to 64 letters, digits, _ and - are expected");
        }
    }

    /** A new id that no other scan has. */
    public static ScanId random() {
        return new ScanId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(ScanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
