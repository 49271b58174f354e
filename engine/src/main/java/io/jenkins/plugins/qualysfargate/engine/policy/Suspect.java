package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;

/**
 * A finding that no exception excuses, with everything that rules want to know of it.
 *
 * @param rank ordinal of the worst severity that it counts as
 * @param note sentences for its violations: exceptions that have expired
 * @param ignored true if it is suppressed or potential and the policy does not count such findings
 * @param counted false if the limits are for fixable findings only and this one has no fix
 * @param inGrace true if its grace has not run out
 */
record Suspect(
        Finding finding,
        int rank,
        String note,
        boolean ignored,
        boolean counted,
        boolean inGrace,
        FindingNovelty novelty) {}
