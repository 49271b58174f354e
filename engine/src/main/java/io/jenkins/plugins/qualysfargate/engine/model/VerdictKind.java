package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Collection;

/** The three possible answers, in the words of the JSON output, ordered from the best to the one that decides a run. */
public enum VerdictKind {
    PASS,
    INDETERMINATE,
    FAIL;

    /** The answer for several images: one failure fails all, else one unknown leaves all unknown; none is unknown. */
    public static VerdictKind worst(Collection<VerdictKind> kinds) {
        return kinds.stream().max(VerdictKind::compareTo).orElse(INDETERMINATE);
    }
}
