package io.jenkins.plugins.qualysfargate.engine.incident;

/** Text from outside, made fit to be kept: one line and no longer than allowed. */
final class BoundedText {
    private BoundedText() {}

    /** The text with every control character and direction mark as a blank, cut with an ellipsis. */
    static String line(String text, int longest) {
        if (text.length() <= longest && plain(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints().limit(longest + 1L).map(BoundedText::harmless).forEach(line::appendCodePoint);
        if (line.length() <= longest) {
            return line.toString();
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, Math.max(0, end)) + "…";
    }

    /** Nearly every text is: ten thousand of them are looked at with every step. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    // Marks of direction and line separators turn what a person reads into something else than what stands there.
    private static int harmless(int point) {
        int type = Character.getType(point);
        boolean harmful = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return harmful ? ' ' : point;
    }
}
