package io.jenkins.plugins.qualysfargate.engine.badge;

/** Texts of a badge on their way into XML: short, well-formed, and nothing but text. */
final class SvgText {
    private static final int LONGEST = 120;

    private SvgText() {}

    /** Cut off with an ellipsis, because a badge stands in a line of others. */
    static String bounded(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD));
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Neither a control, nor half a character, nor a mark that turns the line round; XML 1.0 forbids the first two. */
    private static boolean allowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
