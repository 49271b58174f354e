package io.jenkins.plugins.qualysfargate.engine.push;

/**
 * How many messages ended how.
 *
 * @param passed images that were scanned and keep to the policy
 * @param failed images that were scanned and break it
 * @param indeterminate images whose last attempt gave no complete answer
 * @param known images that were scanned before
 * @param postponed how often a message was put off, for whatever reason
 */
public record DrainOutcome(
        long received,
        long passed,
        long failed,
        long indeterminate,
        long known,
        long ignored,
        long rejected,
        long postponed) {}
