package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds scores above a limit; a score that a finding does not carry is not a low one. */
final class ScoreRule implements FindingRule {
    private final String key;
    private final String label;
    private final ScoreLimit limit;
    private final Function<Finding, @Nullable Double> score;
    private final Offences tooHigh = new Offences();
    private boolean reported;
    private long unscored;

    /**
     * @param key the rule in the policy file's words, for example {@code qds}
     * @param label what people call the score
     */
    ScoreRule(String key, String label, ScoreLimit limit, Function<Finding, @Nullable Double> score) {
        this.key = key;
        this.label = label;
        this.limit = limit;
        this.score = score;
    }

    @Override
    public void see(Suspect suspect) {
        Double value = score.apply(suspect.finding());
        boolean isScored = value != null && !value.isNaN();
        reported |= isScored;
        if (suspect.ignored()) {
            return;
        }
        if (value == null || !isScored) {
            unscored++;
        } else if (value > limit.max()) {
            tooHigh.add(
                    suspect,
                    "has a " + label + " of " + Wording.number(value) + " and the policy allows "
                            + Wording.number(limit.max()));
        }
    }

    /** Whether the scanner reports the score at all does not depend on what is excused. */
    @Override
    public void seeExcused(Finding finding) {
        reported |= score.apply(finding) != null;
    }

    @Override
    public void conclude(Conclusion conclusion) {
        conclusion.broken(key + ".max", tooHigh, ".");
        if (unscored == 0) {
            return;
        }
        if (!reported && limit.scoresRequired()) {
            conclusion.missing(new Verdict.Indeterminate(
                    IndeterminateCause.MISSING_DATA,
                    "The policy limits the " + label + ", but no finding of the report carries one.",
                    "Have the scanner report the " + label + ", take " + key + ".max out of the policy, or write " + key
                            + ".unscored: ignore."));
            return;
        }
        conclusion.warn(unscored + (unscored == 1 ? " finding carries" : " findings carry") + " no " + label + ", so "
                + key + ".max says nothing about " + (unscored == 1 ? "it." : "them."));
    }
}
