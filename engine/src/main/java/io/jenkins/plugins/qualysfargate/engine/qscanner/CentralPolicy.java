package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.List;

/**
 * That Qualys' central policy is asked too.
 *
 * @param tags which policies; empty for those that Qualys picks
 * @param allowAudit true to go on when no policy was evaluated (AUDIT), which otherwise leaves the image undecided
 */
public record CentralPolicy(List<String> tags, boolean allowAudit) {
    /** @throws IllegalArgumentException if a tag could not stand on a command line */
    public CentralPolicy {
        tags = List.copyOf(tags);
        Argument.list("the policy tag", tags);
    }
}
