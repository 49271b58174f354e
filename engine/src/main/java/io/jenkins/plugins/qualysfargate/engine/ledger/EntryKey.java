package io.jenkins.plugins.qualysfargate.engine.ledger;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * @param id of what the document is about, 1 to 512 characters
 * @param sort orders the documents of one id: up to 128 visible ASCII characters and blanks, in the order of ASCII; empty if
 *     there is one only
 */
public record EntryKey(EntryKind kind, String id, String sort) implements Comparable<EntryKey> {
    private static final Pattern SORT = Pattern.compile("[ -~]{0,128}");
    private static final Comparator<EntryKey> ORDER =
            Comparator.comparing(EntryKey::kind).thenComparing(EntryKey::id).thenComparing(EntryKey::sort);

    /** @throws IllegalArgumentException if a store could not keep it */
    public EntryKey {
        id = Limits.text("an id", id, 1, 512);
        if (!SORT.matcher(sort).matches()) {
            throw new IllegalArgumentException("Cannot keep a document of " + kind + " under this sort key of "
                    + sort.length() + " characters: up to 128 visible ASCII characters and blanks are possible.");
        }
    }

    @Override
    public int compareTo(EntryKey other) {
        return ORDER.compare(this, other);
    }

    /** For messages. */
    @Override
    public String toString() {
        return kind + " " + id + (sort.isEmpty() ? "" : ", " + sort);
    }
}
