package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import java.util.regex.Pattern;

/** Text of a source made into one bounded line that may be shown in any language; writers still have to escape it. */
public final class ForeignLine {
    /** Longer than any name that people type. */
    public static final int LONGEST = 500;

    // Control, format (also those that reverse the reading direction), unassigned, private and broken characters.
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private ForeignLine() {}

    /** At most {@value #LONGEST} characters, each visible or a blank; what was cut off is marked by an ellipsis. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** @param longest at least 1, in characters */
    public static String of(String text, int longest) {
        // Cut before and after: the first keeps a huge text cheap, the second never splits a character.
        String head = text.length() > 4L * longest ? text.substring(0, 4 * longest) : text;
        String line = UNFIT.matcher(head).replaceAll(" ").strip();
        boolean whole = line.codePointCount(0, line.length()) <= longest;
        return whole ? line : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
    }
}
