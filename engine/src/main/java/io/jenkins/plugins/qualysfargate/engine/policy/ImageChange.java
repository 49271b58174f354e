package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.List;

/**
 * What another policy would have said of one stored scan.
 *
 * @param added violations that only the new policy sees, as far as they are listed
 * @param removed violations that only the old policy sees, as far as they are listed
 */
public record ImageChange(String image, Verdict before, Verdict after, List<Violation> added, List<Violation> removed) {
    public ImageChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** True if the verdict is of another kind. */
    public boolean verdictChanged() {
        return before.kind() != after.kind();
    }
}
