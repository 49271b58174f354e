package io.jenkins.plugins.qualysfargate.engine.model;

/** Why there is no answer, as a closed list that machines can switch on. */
public enum IndeterminateCause {
    /** The scanner could not be installed, verified or started. */
    SCANNER_UNAVAILABLE,
    /** The scanner ended with an exit code other than 0, 42 or 43, or by a signal. */
    SCANNER_FAILED,
    /** The machine that the scanner ran on went away. */
    HOST_LOST,
    /** The central policy was not evaluated (exit code 43). */
    NOT_EVALUATED,
    /** The scan ran out of time or was cancelled. */
    TIMED_OUT,
    CANCELLED,
    /** The image could not be resolved to a digest in its registry. */
    IMAGE_UNRESOLVED,
    /** There is no report where one is expected. */
    NO_REPORT,
    /** There are several reports where one is expected. */
    SEVERAL_REPORTS,
    /** The report is empty, cut off, no JSON, or not of the expected shape. */
    MALFORMED_REPORT,
    /** The report is larger or deeper than is read. */
    OUT_OF_LIMITS,
    /** The scanner itself says that it did not finish. */
    INCOMPLETE_SCAN,
    /** The report is of another image, or does not say of which. */
    WRONG_IMAGE,
    /** The report is older than is accepted. */
    STALE_REPORT,
    /** Data that the policy needs (threat feed, baseline) is missing or too old. */
    MISSING_DATA
}
