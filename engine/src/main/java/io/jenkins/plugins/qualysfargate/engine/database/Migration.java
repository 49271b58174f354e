package io.jenkins.plugins.qualysfargate.engine.database;

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
public record Migration(int version, List<String> statements) {
    public Migration {
        statements = List.copyOf(statements);
    }

    /** A script of this program, which is never changed once it was released. */
    public static Migration ofResource(int version, Class<?> beside, String name) {
        try (InputStream script = beside.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is missing from this program: install it again");
            }
            return ofScript(version, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to read " + name + " of this program: install it again", e);
        }
    }

    /** Splits a script at the semicolons that end a line. */
    public static Migration ofScript(int version, String script) {
        return new Migration(
                version,
                Arrays.stream(script.split(";\\s*(?:\\R|$)"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .toList());
    }
}
