package io.jenkins.plugins.qualysfargate.engine.badge;

import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import io.jenkins.plugins.qualysfargate.engine.svg.TextWidth;

/**
 * Draws a badge as a flat, self-contained SVG without script, style, link or id, so that it may stand in any page and
 * under any content security policy.
 */
public final class SvgBadge {
    private static final int PADDING = 6;
    /** In characters, because a badge stands in a line of others. */
    private static final int LONGEST = 120;

    private static final String FONT = "  <g fill=\"#fff\" font-family=\"Verdana,Geneva,DejaVu Sans,sans-serif\""
            + " font-size=\"11\" aria-hidden=\"true\">";
    private static final String LEFT_COLOUR = "#373f4b";

    private SvgBadge() {}

    /** The whole document, text escaped, with a title and a label for people who do not see it. */
    public static String render(Badge badge) {
        TextWidth width = new TextWidth();
        String label = SvgText.bounded(badge.label(), LONGEST);
        String message = SvgText.bounded(badge.message(), LONGEST);
        int labelText = pixels(width.of(label));
        int messageText = pixels(width.of(message));
        int left = labelText + 2 * PADDING;
        int right = messageText + 2 * PADDING;
        String title = SvgText.escape(label + ": " + message);
        return String.join(
                "\n",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"20\" viewBox=\"0 0 %1$d 20\" role=\"img\""
                                .formatted(left + right)
                        + " aria-label=\"" + title + "\">",
                "  <title>" + title + "</title>",
                "  <path fill=\"%s\" d=\"M3 0h%dv20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z\"/>"
                        .formatted(LEFT_COLOUR, left - 3),
                "  <path fill=\"%1$s\" d=\"M%2$d 0h%3$da3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%3$dz\"/>"
                        .formatted(badge.colour().hex(), left, right - 3),
                FONT,
                text(PADDING, labelText, label),
                text(left + PADDING, messageText, message),
                "  </g>",
                "</svg>",
                "");
    }

    /** The length is fixed, so that the text fits whatever font the reader has. */
    private static String text(int x, int length, String text) {
        return "    <text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
                .formatted(x, length, SvgText.escape(text));
    }

    private static int pixels(int tenths) {
        return (tenths + 9) / 10;
    }
}
