package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import java.time.Duration;
import java.time.Instant;

/** Says how an analysed image is, by its policy evaluation; a pass is worth as much as the data that it was made with. */
final class EvaluationPolicy {
    private static final Duration SLACK = Duration.ofMinutes(10);
    private static final String AGAIN = "Evaluate it again, or subscribe the tag to policy evaluation.";

    private final FeedStates feeds;
    private final Instant now;

    /** @param now by Anchore's clock */
    EvaluationPolicy(FeedStates feeds, Instant now) {
        this.feeds = feeds;
        this.now = now;
    }

    Condition judge(AnchoreImage image, PolicyCheck check) {
        return switch (check.outcome()) {
            case STOPPED ->
                new Condition(
                        image.digest().value(),
                        Level.UNHEALTHY,
                        image.createdAt(),
                        null,
                        "It does not pass its policy (" + check.word() + ").",
                        "Look at the findings in Anchore, then fix and push it anew.");
            case UNCLEAR ->
                unclear(
                        image,
                        check.word().isEmpty()
                                ? "Nobody has evaluated it."
                                : "Anchore uses a word for its evaluation that is not known here: '" + check.word()
                                        + "'.",
                        AGAIN);
            case PASSED -> passed(image, check);
        };
    }

    Condition unclear(AnchoreImage image, String reason, String howToFix) {
        return new Condition(image.digest().value(), Level.UNCLEAR, null, null, reason, howToFix);
    }

    private Condition passed(AnchoreImage image, PolicyCheck check) {
        Instant at = check.at();
        if (feeds.fresh() == null) {
            return unclear(
                    image,
                    "It passes, but nobody can say how old the data is that it was judged by.",
                    "Give the user the right to see the feeds.");
        }
        if (!feeds.fresh()) {
            return suspect(image, "the vulnerability data is stale", "Let the feeds sync, then evaluate it again.");
        }
        if (at == null) {
            return unclear(image, "It passes, but Anchore does not say when it was evaluated.", AGAIN);
        }
        if (at.isAfter(now.plus(SLACK))) {
            return unclear(image, "It passes by an evaluation of the future, at " + at + ".", "Set Anchore's clock.");
        }
        Instant sync = feeds.newestSync();
        if (sync != null && at.isBefore(sync)) {
            return suspect(image, "it was evaluated at " + at + ", before the feeds were synced at " + sync, AGAIN);
        }
        return new Condition(image.digest().value(), Level.HEALTHY, at, at, "", "");
    }

    /** Counts from when it was first seen: each sync would make it begin anew. */
    private static Condition suspect(AnchoreImage image, String because, String howToFix) {
        return new Condition(
                image.digest().value(), Level.UNHEALTHY, null, null, "Its pass is suspect: " + because + ".", howToFix);
    }
}
