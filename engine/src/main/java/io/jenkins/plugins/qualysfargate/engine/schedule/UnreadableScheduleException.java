package io.jenkins.plugins.qualysfargate.engine.schedule;

/** A schedule that cannot be read, or is never due: says which, what is wrong with it, and what would be right. */
public final class UnreadableScheduleException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String text;
    private final String wrong;
    private final String expected;
    private final String example;

    UnreadableScheduleException(String text, String wrong, String expected, String example) {
        super("Cannot read the schedule \"%s\": %s. Expected is %s, for example %s"
                .formatted(shown(text), shown(wrong), expected, example));
        this.text = text;
        this.wrong = shown(wrong);
        this.expected = expected;
        this.example = example;
    }

    /** The beginning of it on one line: texts come from anywhere. */
    static String shown(String text) {
        String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        StringBuilder line = new StringBuilder(start.length());
        start.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString();
    }

    /** The schedule as it was given. */
    public String text() {
        return text;
    }

    public String wrong() {
        return wrong;
    }

    public String expected() {
        return expected;
    }

    public String example() {
        return example;
    }
}
