package io.jenkins.plugins.qualysfargate.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One step of the database schema: statements that may be run again after a crash cut them short.
 *
 * @param version counted from 1 without a gap
 */
record Migration(int version, List<String> statements) {
    Migration {
        statements = List.copyOf(statements);
    }

    /** Every step that this program knows, oldest first. A step that was released is never changed. */
    static List<Migration> all() {
        return List.of(ofResource(1, "0001-scans.sql"), ofResource(2, "0002-outbox.sql"));
    }

    private static Migration ofResource(int version, String name) {
        try (InputStream script = Migration.class.getResourceAsStream("schema/" + name)) {
            if (script == null) {
                throw new IllegalStateException("schema/" + name + " is missing from this program: install it again");
            }
            return ofScript(version, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to read schema/" + name + " of this program: install it again", e);
        }
    }

    /** Splits a script at the semicolons that end a line. */
    static Migration ofScript(int version, String script) {
        return new Migration(
                version,
                Arrays.stream(script.split(";\\s*(?:\\R|$)"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .toList());
    }
}
