package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.List;

/**
 * What a turn did.
 *
 * @param changed attempts of which something new is known
 * @param problems why something could not be looked at, a sentence each; the next turn tries again
 */
public record ResubmissionTurn(List<MakeUpAttempt> changed, List<String> problems) {
    public ResubmissionTurn {
        changed = List.copyOf(changed);
        problems = List.copyOf(problems);
    }
}
