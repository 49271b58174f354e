package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.time.Duration;

/** What administrators have set up for badges. */
public interface BadgeSettings extends ExtensionPoint {
    /** Where nobody has set up anything. */
    Duration STALE_AFTER = Duration.ofDays(7);

    /** How old the evidence behind a badge may be and still be believed. */
    Duration staleAfter();

    /** Of this Jenkins. */
    static Duration currentStaleAfter() {
        return ExtensionList.lookup(BadgeSettings.class).stream()
                .findFirst()
                .map(BadgeSettings::staleAfter)
                .orElse(STALE_AFTER);
    }
}
