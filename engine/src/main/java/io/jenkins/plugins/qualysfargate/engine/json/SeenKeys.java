package io.jenkins.plugins.qualysfargate.engine.json;

import java.io.IOException;

/** Refuses a key that stands twice in one object: which of the two is meant cannot be told. */
public final class SeenKeys {
    private long bits;

    /** Before the next object. */
    public void clear() {
        bits = 0;
    }

    /**
     * Marks a key as read.
     *
     * @param key 0 to 63, one for each key that matters
     * @throws UnreadableReportException if it was marked before
     */
    public void once(JsonCursor cursor, int key, String name) throws IOException {
        long bit = 1L << key;
        if ((bits & bit) != 0) {
            throw cursor.malformed("'" + name + "' stands twice in one object");
        }
        bits |= bit;
    }
}
