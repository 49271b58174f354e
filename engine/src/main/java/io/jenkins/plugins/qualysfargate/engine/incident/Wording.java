package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What incidents are called.
 *
 * @param title of the page; {@code {kind}} stands for the kind of the source
 * @param atRisk title if no scan has failed yet, and something is broken without which none can succeed
 * @param kinds by source id, for example {@code nessus}; nothing stands there for others, and for several at once
 */
public record Wording(String title, String atRisk, Map<String, String> kinds) {
    /** The title that people know from the runbook. */
    public static final String RUNBOOK_TITLE = "SCANS FAILED - failed {kind} scans require investigation";

    /** For what has not failed yet. */
    public static final String AT_RISK_TITLE = "SCANS AT RISK - what {kind} scans need requires investigation";

    private static final int LONGEST = 200;

    public Wording {
        kinds = Map.copyOf(kinds);
    }

    /** The titles of the runbook. */
    public static Wording ofTheRunbook(Map<String, String> kinds) {
        return new Wording(RUNBOOK_TITLE, AT_RISK_TITLE, kinds);
    }

    /** The kind of the sources of these; empty if they are of several, or nobody said. */
    String kind(List<Member> members) {
        Set<String> all = members.stream()
                .map(each -> kinds.getOrDefault(each.failure().sourceId(), ""))
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : "";
    }

    String title(Incident incident) {
        boolean none = !incident.members().isEmpty()
                && incident.members().stream()
                        .allMatch(each -> each.cause() && each.children().isEmpty());
        String whole = (none ? atRisk : title).replace("{kind}", incident.sourceKind());
        return BoundedText.line(whole.replace("  ", " "), LONGEST);
    }
}
