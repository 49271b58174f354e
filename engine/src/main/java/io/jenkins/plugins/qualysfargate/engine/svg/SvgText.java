package io.jenkins.plugins.qualysfargate.engine.svg;

/** Texts of a picture on their way into XML: short, well-formed, and nothing but text. */
public final class SvgText {
    private SvgText() {}

    /**
     * The text with what XML 1.0 forbids or what turns a line round replaced, cut off with an ellipsis.
     *
     * @param longest in characters as people count them, the ellipsis not included
     */
    public static String bounded(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD));
        return text.codePointCount(0, text.length()) > longest
                ? safe.append('…').toString()
                : safe.toString();
    }

    /** The text for the content of an element or for a quoted attribute. */
    public static String escape(String text) {
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
