package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;

/** One rule of a policy at work on one report: sees every finding once, then says what is wrong. */
interface FindingRule {

    void see(Suspect suspect);

    /** Called instead of {@link #see} for a finding that exceptions excuse. */
    default void seeExcused(Finding finding) {}

    void conclude(Conclusion conclusion);
}
