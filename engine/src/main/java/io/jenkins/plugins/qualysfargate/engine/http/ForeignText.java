package io.jenkins.plugins.qualysfargate.engine.http;

/** Text that came from outside, made fit to be quoted in a message. */
public final class ForeignText {
    private static final int LONGEST_QUOTE = 200;

    private ForeignText() {}

    /** At most 200 printable ASCII characters of it; take credentials out before, because a half of one is cut off unseen. */
    public static String quote(String text) {
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.length() <= LONGEST_QUOTE ? clean : clean.substring(0, LONGEST_QUOTE) + "...";
    }
}
