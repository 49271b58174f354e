package io.jenkins.plugins.qualysfargate.engine.yaml;

/**
 * One thing that is wrong with a file.
 *
 * @param source the file, as the user named it
 * @param line counted from 1; 0 where the problem is of the whole file
 * @param column counted from 1; 0 where the problem is of the whole file
 * @param path the key, for example {@code limits.critical} or {@code exceptions[2].expires}; empty for the whole file
 * @param message what is wrong, and what would be right
 */
public record YamlProblem(String source, int line, int column, String path, String message) {

    /** One line for people and editors: {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        String place = line == 0 ? source : source + ":" + line + ":" + column;
        return place + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
