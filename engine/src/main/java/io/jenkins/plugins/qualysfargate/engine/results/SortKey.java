package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.Locale;

/** By what rows are ordered. Rows that are equal by it, and those that have no value for it, stand in the order of severity. */
public enum SortKey {
    /** The order of the file: critical first. */
    SEVERITY,
    /** QID or rule, numbers by their value. */
    ID,
    TITLE,
    /** The first package, or the path of a secret or malware. */
    PACKAGE,
    /** The first CVE id, by year and number. */
    CVE,
    CVSS,
    QDS,
    /** What has a fix first. */
    FIXABLE,
    /** What is new first. */
    NEW,
    /** What has been known for longest first. */
    FIRST_SEEN;

    /** The word for queries, for example {@code first-seen}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
