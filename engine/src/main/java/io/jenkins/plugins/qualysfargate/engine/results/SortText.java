package io.jenkins.plugins.qualysfargate.engine.results;

/** Makes a text into one that sorts as people expect: case does not matter, and a number inside counts by its value. */
final class SortText {
    /** In UTF-16 units; texts that are equal as far as that stand in the order of severity. */
    private static final int LONGEST = 64;

    private SortText() {}

    static String of(String text) {
        String folded = CaseFold.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        StringBuilder key = new StringBuilder(folded.length() + 4);
        int at = 0;
        while (at < folded.length()) {
            int end = endOfNumber(folded, at);
            if (end == at) {
                key.append(folded.charAt(at++));
            } else {
                at = skipZeros(folded, at, end);
                // The number of digits as one character before them: it is below every letter, and more digits are
                // more.
                key.append((char) (end - at)).append(folded, at, end);
                at = end;
            }
        }
        return key.toString();
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int skipZeros(String text, int start, int end) {
        int at = start;
        while (at < end - 1 && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }
}
