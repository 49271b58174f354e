package io.jenkins.plugins.qualysfargate.engine.sarif;

/** The form of a CVE id, {@code CVE-} year {@code -} four to ten digits, told without a regular expression: it is hot. */
final class CveId {
    private static final String PREFIX = "CVE-";
    private static final int YEAR_END = PREFIX.length() + 4;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 10;

    private CveId() {}

    static boolean isWhole(String text) {
        return !text.isEmpty() && lengthAtStart(text) == text.length();
    }

    /** How many characters at the start of the text are a CVE id; 0 if there is none. */
    static int lengthAtStart(String text) {
        if (!text.startsWith(PREFIX) || digits(text, PREFIX.length()) != 4) {
            return 0;
        }
        if (text.length() <= YEAR_END || text.charAt(YEAR_END) != '-') {
            return 0;
        }
        int digits = digits(text, YEAR_END + 1);
        return digits >= LEAST_DIGITS && digits <= MOST_DIGITS ? YEAR_END + 1 + digits : 0;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
