package io.jenkins.plugins.qualysfargate.engine.svg;

import java.util.Arrays;

/**
 * How wide a text is at 11 px, in tenths of a pixel. The advances were measured in a browser with DejaVu Sans, which has
 * Verdana's proportions; a character that was not measured counts as wide as the widest, so that it always has room.
 */
public final class TextWidth {
    private static final int FIRST = ' ';
    private static final int WIDEST = 110;
    /** From the blank (32) to the tilde (126), as one text because a constant array can be changed. */
    private static final String TENTHS =
            "35 44 51 92 70 105 86 30 43 43 55 92 35 40 35 37 70 70 70 70 70 70 70 70 70 70 37 37 92 92 92 58 "
                    + "110 75 75 77 85 70 63 85 83 32 32 72 61 95 82 87 66 87 76 70 67 81 75 109 75 67 75 43 37 43 92 55 "
                    + "55 67 70 60 70 68 39 70 70 31 31 64 31 107 70 67 70 70 45 57 43 70 65 90 65 65 58 70 37 70 92";

    private final int[] tenths;

    public TextWidth() {
        tenths = Arrays.stream(TENTHS.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** The sum of the advances; kerning is left out, it is under a pixel in texts as short as these. */
    public int of(String text) {
        return text.codePoints().map(this::of).sum();
    }

    private int of(int point) {
        int index = point - FIRST;
        return index >= 0 && index < tenths.length ? tenths[index] : WIDEST;
    }
}
