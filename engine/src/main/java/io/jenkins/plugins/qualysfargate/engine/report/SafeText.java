package io.jenkins.plugins.qualysfargate.engine.report;

/**
 * Hostile text made safe to look at: nothing in what comes out moves a cursor, reverses a line or is invalid Unicode.
 * Escaping for a format is the writer's own business and comes after.
 */
public final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** One line: controls, line breaks and marks that change the direction of text are replaced; cut off at a length. */
    public static String line(String text, int longest) {
        return rewrite(text, longest, false);
    }

    /** Only what is not well-formed Unicode, or a control other than tab and line break, is replaced. */
    static String wellFormed(String text) {
        return rewrite(text, Integer.MAX_VALUE, true);
    }

    private static String rewrite(String text, int longest, boolean breaks) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), longest) + 1);
        int at = 0;
        while (at < text.length()) {
            if (safe.length() >= longest) {
                return safe.append('…').toString();
            }
            int point = text.codePointAt(at);
            safe.appendCodePoint(breaks ? keepBreaks(point) : oneLine(point));
            at += Character.charCount(point);
        }
        return safe.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static int keepBreaks(int point) {
        boolean broken = (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t')
                || isNoCharacter(point);
        return broken ? REPLACEMENT : point;
    }

    private static int oneLine(int point) {
        if (point == '\n' || point == '\r' || point == '\t' || point == 0x2028 || point == 0x2029) {
            return ' ';
        }
        return Character.isISOControl(point) || isNoCharacter(point) || changesDirection(point) ? REPLACEMENT : point;
    }

    private static boolean isNoCharacter(int point) {
        return (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    /** The marks of Unicode annex 9 that can make a line read otherwise than it is stored. */
    private static boolean changesDirection(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F
                || point == 0x061C;
    }
}
