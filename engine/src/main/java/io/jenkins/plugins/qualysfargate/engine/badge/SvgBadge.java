package io.jenkins.plugins.qualysfargate.engine.badge;

/**
 * Draws a badge as a flat, self-contained SVG without script, style, link or id, so that it may stand in any page and
 * under any content security policy.
 */
public final class SvgBadge {
    private static final int HEIGHT = 20;
    private static final int PADDING = 6;
    private static final String LEFT_COLOUR = "#373f4b";

    private SvgBadge() {}

    /** The whole document, text escaped, with a title and a label for people who do not see it. */
    public static String render(Badge badge) {
        TextWidth width = new TextWidth();
        String label = SvgText.bounded(badge.label());
        String message = SvgText.bounded(badge.message());
        int labelText = pixels(width.of(label));
        int messageText = pixels(width.of(message));
        int left = labelText + 2 * PADDING;
        int right = messageText + 2 * PADDING;
        String title = SvgText.escape(label + ": " + message);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                aria-label="%3$s">
                  <title>%3$s</title>
                  <path fill="%4$s" d="M3 0h%5$dv20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z"/>
                  <path fill="%6$s" d="M%7$d 0h%8$da3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%8$dz"/>
                  <g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
                    %9$s
                    %10$s
                  </g>
                </svg>
                """.formatted(
                        left + right,
                        HEIGHT,
                        title,
                        LEFT_COLOUR,
                        left - 3,
                        badge.colour().hex(),
                        left,
                        right - 3,
                        text(PADDING, labelText, label),
                        text(left + PADDING, messageText, message));
    }

    /** The length is fixed, so that the text fits whatever font the reader has. */
    private static String text(int x, int length, String text) {
        return "<text x=\"%d\" y=\"14\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">%s</text>"
                .formatted(x, length, SvgText.escape(text));
    }

    private static int pixels(int tenths) {
        return (tenths + 9) / 10;
    }
}
