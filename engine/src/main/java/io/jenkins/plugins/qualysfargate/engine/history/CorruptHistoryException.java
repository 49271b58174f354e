package io.jenkins.plugins.qualysfargate.engine.history;

import org.jspecify.annotations.Nullable;

/** Something that the history keeps is not what was recorded, so nothing may be concluded from it. */
public class CorruptHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;

    /**
     * @param what what is wrong, as the rest of a sentence that begins with where
     * @param where file, row or object that was read
     */
    public CorruptHistoryException(String what, String where, @Nullable Throwable cause) {
        super(
                "Tried to read the scan history, but " + where + " " + what
                        + ". Nothing is concluded from it: scan the image again, and restore the history from a backup"
                        + " if other scans are affected too.",
                cause);
        this.what = what;
        this.where = where;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }
}
