package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a failing monitor, and what they need to act.
 *
 * @param owner a person or team, for people
 * @param runbook where the steps are written down; null if nowhere
 * @param escalation name of the escalation policy
 * @param otherTeam name of the team that runs the scanners, if it is another one; null if they are our own
 * @param complyWithin longest time without success that the rules allow; null if there is no such rule
 */
public record Care(
        String owner,
        @Nullable String runbook,
        Urgency urgency,
        String escalation,
        @Nullable String otherTeam,
        @Nullable Duration complyWithin) {}
