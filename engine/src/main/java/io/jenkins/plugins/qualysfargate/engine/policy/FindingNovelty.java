package io.jenkins.plugins.qualysfargate.engine.policy;

/**
 * Whether a finding is new against the baseline, and why. It can be both where it has several packages.
 *
 * @param introduced a package of it, or the package's version, is new
 * @param disclosed a package of it was there before in the same version
 */
record FindingNovelty(boolean introduced, boolean disclosed) {
    static final FindingNovelty KNOWN = new FindingNovelty(false, false);

    /** New, and nothing tells why: it counts as both. */
    static final FindingNovelty UNTOLD = new FindingNovelty(true, true);
}
