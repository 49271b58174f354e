package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** Counts findings against limits per severity and in all. */
final class CountRule implements FindingRule {
    private final String name;
    private final String adjective;
    private final Limits limits;
    private final SeverityRanks ranks;
    private final Predicate<Suspect> counts;
    private final Map<Severity, Offences> bySeverity = new EnumMap<>(Severity.class);
    private long total;
    private int worstRank = Integer.MAX_VALUE;
    private Severity worst = Severity.UNKNOWN;

    /**
     * @param name the rule in the policy file's words, for example {@code limits}
     * @param adjective put before "finding" in messages, with a space after it; may be empty
     * @param counts which of the findings that are in scope count
     */
    CountRule(String name, String adjective, Limits limits, SeverityRanks ranks, Predicate<Suspect> counts) {
        this.name = name;
        this.adjective = adjective;
        this.limits = limits;
        this.ranks = ranks;
        this.counts = counts;
        limits.bySeverity().keySet().forEach(severity -> bySeverity.put(severity, new Offences()));
    }

    @Override
    public void see(Suspect suspect) {
        if (suspect.ignored() || !suspect.counted() || !counts.test(suspect)) {
            return;
        }
        total++;
        Severity severity = suspect.finding().severity();
        if (suspect.rank() < worstRank || (suspect.rank() == worstRank && severity.compareTo(worst) < 0)) {
            worstRank = suspect.rank();
            worst = severity;
        }
        for (Severity each : ranks.of(severity)) {
            Offences offences = bySeverity.get(each);
            if (offences != null) {
                offences.add(suspect, claim(severity));
            }
        }
    }

    /** Texts without anything to put together, because this is asked for every finding. */
    private static String claim(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "is critical";
            case HIGH -> "is high";
            case MEDIUM -> "is medium";
            case LOW -> "is low";
            case INFORMATIONAL -> "is informational";
            case UNKNOWN -> "is of unknown severity";
        };
    }

    @Override
    public void conclude(Conclusion conclusion) {
        bySeverity.forEach((severity, offences) -> {
            Limit limit = limits.of(severity);
            if (limit.isExceededBy(offences.count())) {
                String tail = ": " + FindingWording.count(offences.count(), adjective + "finding") + " as "
                        + severity.word() + " and " + FindingWording.allowance(limit) + ".";
                conclusion.broken(name + "." + severity.word(), offences, tail);
            }
        });
        if (limits.total().isExceededBy(total)) {
            concludeTotal(conclusion);
        }
    }

    /** No single finding is too many, so the total is one violation. */
    private void concludeTotal(Conclusion conclusion) {
        Offences one = new Offences();
        String fix = "Upgrade or remove packages until at most "
                + limits.total().max() + " " + adjective + "findings are left, or ask for exceptions.";
        Offence offence = new Offence(
                worstRank, "", "all " + adjective + "findings", worst, "The image", "has too many findings", "", fix);
        one.add(worstRank, "", () -> offence);
        String tail = ": " + FindingWording.count(total, adjective + "finding") + " and "
                + FindingWording.allowance(limits.total()) + ".";
        conclusion.broken(name + ".total", one, tail);
    }
}
