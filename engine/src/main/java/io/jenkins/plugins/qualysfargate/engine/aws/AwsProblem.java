package io.jenkins.plugins.qualysfargate.engine.aws;

/** What kind of thing went wrong with a call to AWS; decides what to do about it. */
public enum AwsProblem {
    /** The caller lacks a permission. */
    DENIED,
    /** The resource is not there, or not in this region or account. */
    MISSING,
    /** There are no credentials, or AWS does not know them, or they are out of date. */
    CREDENTIALS,
    /** This machine's clock is too far from AWS'. */
    CLOCK,
    /** No region is known. */
    REGION,
    /** Too many calls, also after waiting. */
    THROTTLED,
    /** A condition did not hold: somebody else was first. */
    CONFLICT,
    /** AWS does not take the request as it is. */
    INVALID,
    /** The service failed. */
    SERVICE,
    /** There was no answer in time. */
    TIMEOUT,
    /** The service could not be reached, or its answer did not arrive whole. */
    UNREACHABLE;

    /** True if the same call may well succeed later without anybody doing anything. */
    public boolean passing() {
        return switch (this) {
            case THROTTLED, SERVICE, TIMEOUT, UNREACHABLE -> true;
            case DENIED, MISSING, CREDENTIALS, CLOCK, REGION, CONFLICT, INVALID -> false;
        };
    }
}
