package io.jenkins.plugins.qualysfargate.engine.results;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Looks for one text in those of a row, whatever the case; nothing to look for is found at once. It looks at each
 * character a bounded number of times (Knuth, Morris and Pratt 1977), because both texts may be hostile.
 */
final class TextSearch {
    private final String wanted;
    /** For each length of a match that breaks off: how much of its end may be the beginning of another one. */
    private final int[] fallBack;

    private boolean found;

    TextSearch(String text) {
        wanted = CaseFold.of(text);
        fallBack = new int[wanted.length() + 1];
        int matched = 0;
        for (int i = 1; i < wanted.length(); i++) {
            matched = next(matched, wanted.charAt(i));
            fallBack[i + 1] = matched;
        }
    }

    /** How much of the wanted text ends with this character, if so much of it ended before. */
    private int next(int matched, char c) {
        int length = matched;
        while (length > 0 && wanted.charAt(length) != c) {
            length = fallBack[length];
        }
        return wanted.charAt(length) == c ? length + 1 : length;
    }

    /** Before the next row. */
    void clear() {
        found = wanted.isEmpty();
    }

    boolean found() {
        return found;
    }

    /** Looks into the text that the parser stands on; no String is made of an ASCII one. */
    void see(JsonParser parser) throws IOException {
        if (found) {
            return;
        }
        char[] chars = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        if (isAscii(chars, from, length)) {
            found = standsIn(chars, from, length);
        } else {
            char[] folded = CaseFold.of(new String(chars, from, length)).toCharArray();
            found = standsIn(folded, 0, folded.length);
        }
    }

    private static boolean isAscii(char[] chars, int from, int length) {
        int seen = 0;
        for (int i = from; i < from + length; i++) {
            seen |= chars[i];
        }
        return seen < 0x80;
    }

    private boolean standsIn(char[] chars, int from, int length) {
        int matched = 0;
        for (int i = from; i < from + length; i++) {
            char c = chars[i];
            matched = next(matched, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            if (matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }
}
