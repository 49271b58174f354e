package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an image a page shows. All conditions must hold; a text that is empty is no condition. Texts are looked
 * for as they are, whatever their case, and are no patterns.
 *
 * @param text somewhere in id, title, CVE ids, package names or paths; at most 200 UTF-16 units, as the other two
 * @param severities those that are shown; all if it is empty
 * @param onlyNew only what is known to be new: nothing where nothing was compared
 * @param onlyFixable only what has a known fix
 * @param showWaived also what an exception excuses
 * @param packageName in the name of a package
 * @param cve in a CVE id
 * @param kind null for every kind
 * @param descending the other way round; rows without a value for the key come last both ways
 * @param offset how many matching rows stand before the page, 0 to 10,000,000
 * @param limit how many rows the page has at most, 1 to 500
 */
public record FindingQuery(
        String text,
        Set<Severity> severities,
        boolean onlyNew,
        boolean onlyFixable,
        boolean showWaived,
        String packageName,
        String cve,
        @Nullable RowKind kind,
        SortKey sort,
        boolean descending,
        int offset,
        int limit) {
    /** UTF-16 units; far above any name that people look for. */
    public static final int LONGEST_TEXT = 200;

    /** More than any report has findings. */
    public static final int LARGEST_OFFSET = 10_000_000;

    /** So many rows are some megabytes at the very most. */
    public static final int LARGEST_LIMIT = 500;

    /** The first 50 of everything, the worst first. */
    public static final FindingQuery DEFAULT =
            new FindingQuery("", Set.of(), false, false, true, "", "", null, SortKey.SEVERITY, false, 0, 50);

    /** @throws IllegalArgumentException naming what is too long or out of range */
    public FindingQuery {
        severities = severities.isEmpty() ? EnumSet.allOf(Severity.class) : severities;
        severities = Set.copyOf(severities);
        checkLength("text", text);
        checkLength("package", packageName);
        checkLength("cve", cve);
        checkRange("offset", offset, 0, LARGEST_OFFSET);
        checkRange("limit", limit, 1, LARGEST_LIMIT);
    }

    /**
     * Reads a query as it comes with a request. What is not named, or empty, is as in {@link #DEFAULT}. The names:
     * {@code text}, {@code severity} (words with commas between them), {@code new}, {@code fixable}, {@code waived},
     * {@code package}, {@code cve}, {@code kind}, {@code sort}, {@code order}, {@code offset}, {@code limit}.
     *
     * @throws IllegalArgumentException naming the unknown name or word and the valid ones, or the range of a number
     */
    public static FindingQuery parse(Map<String, String> parameters) {
        return new QueryParameters(parameters).query();
    }

    private static void checkLength(String name, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("'" + name + "' has " + value.length() + " characters, at most "
                    + LONGEST_TEXT + " are looked for");
        }
    }

    private static void checkRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "'" + name + "' is " + value + "; a whole number from " + least + " to " + most + " is expected");
        }
    }
}
