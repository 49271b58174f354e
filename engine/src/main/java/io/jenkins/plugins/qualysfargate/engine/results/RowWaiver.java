package io.jenkins.plugins.qualysfargate.engine.results;

/**
 * An exception of the policy that took a row out of judgement.
 *
 * @param exception its id in the policy
 * @param expires the day, as the policy has it
 */
public record RowWaiver(String exception, String owner, String expires) {}
