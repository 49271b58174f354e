package io.jenkins.plugins.qualysfargate.engine.database;

import org.jspecify.annotations.Nullable;

/** What a database file is used for: names it in messages, and gives its failures the exceptions of that use. */
public interface DatabaseUse {

    /** For messages, for example {@code scan history}. */
    String words();

    /**
     * The file cannot be used now.
     *
     * @param message what was attempted, on which file, why it failed and what to do
     */
    RuntimeException unavailable(String message, @Nullable Throwable cause);

    /**
     * What was read is not what was written.
     *
     * @param what what is wrong, as the rest of a sentence that begins with where
     * @param where file or row
     */
    RuntimeException damaged(String what, String where, @Nullable Throwable cause);
}
