package io.jenkins.plugins.qualysfargate.engine.model;

/**
 * One secret that lies in an image, without the matched text: that is dropped where it is read.
 *
 * @param path where it lies in the image
 * @param startLine first line, counted from 1; 0 where the scanner does not say
 */
public record Secret(
        String ruleId, String category, Severity severity, String title, String path, int startLine, int endLine) {
    /** In UTF-16 units; a report may hold megabytes of it. */
    private static final int LONGEST_NAME = 120;

    /** How violations and exceptions call it, for example {@code aws-key /app/.env:3}. */
    public String subject() {
        return cut(ruleId) + " " + place();
    }

    /** For example {@code /app/.env:3}; without a line where the scanner names none. */
    public String place() {
        return cut(path) + (startLine > 0 ? ":" + startLine : "");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }
}
