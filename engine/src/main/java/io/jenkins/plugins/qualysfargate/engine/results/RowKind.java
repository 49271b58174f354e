package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.Locale;

/** What a row is about, in the order in which rows of one severity stand. */
public enum RowKind {
    MALWARE,
    SECRET,
    FINDING;

    /** The lower-case word for files and queries, for example {@code finding}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
