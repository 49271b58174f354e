package io.jenkins.plugins.qualysfargate.engine.policy;

/**
 * What exceptions make of one finding or secret.
 *
 * @param waived true if it is excused altogether
 * @param note sentences for its violations, each with a space before it: which exceptions have expired
 */
record Waiver(boolean waived, String note) {
    /** No exception is about it. */
    static final Waiver NONE = new Waiver(false, "");
}
