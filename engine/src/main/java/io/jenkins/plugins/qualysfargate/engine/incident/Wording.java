package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.Map;
import java.util.Set;

/**
 * What incidents are called.
 *
 * @param title of the page; {@code {kind}} stands for the kind of the source
 * @param kinds by source id, for example {@code nessus}; nothing stands there for others, and for several at once
 */
public record Wording(String title, Map<String, String> kinds) {
    /** The title that people know from the runbook. */
    public static final String RUNBOOK_TITLE = "SCANS FAILED - failed {kind} scans require investigation";

    private static final int LONGEST = 200;

    public Wording {
        kinds = Map.copyOf(kinds);
    }

    /** The kind of these sources; empty if they are of several, or nobody said. */
    String kind(Set<String> sources) {
        Set<String> all = Set.copyOf(
                sources.stream().map(each -> kinds.getOrDefault(each, "")).toList());
        return all.size() == 1 ? all.iterator().next() : "";
    }

    String title(String kind) {
        return BoundedText.line(title.replace("{kind}", kind).replace("  ", " "), LONGEST);
    }
}
