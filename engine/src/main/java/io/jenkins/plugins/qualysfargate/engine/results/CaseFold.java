package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.Locale;

/** Makes texts equal that differ only in case, in any script and whatever the locale; {@code ß} and {@code SS} included. */
final class CaseFold {
    private CaseFold() {}

    static String of(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // To upper case first, for the letters that become two there; then one by one, because as a text a final
        // sigma would become another letter than one inside of a word.
        String upper = text.toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
