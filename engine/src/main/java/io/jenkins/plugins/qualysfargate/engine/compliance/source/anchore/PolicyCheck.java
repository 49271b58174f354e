package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Anchore's policy says of an image.
 *
 * @param at when it was evaluated; null if Anchore does not say
 * @param word Anchore's own for it; empty if it gave none
 */
public record PolicyCheck(Outcome outcome, @Nullable Instant at, String word) {

    /** The words of both APIs in one. */
    public enum Outcome {
        /** Also with warnings. */
        PASSED,
        STOPPED,
        /** Nobody evaluated it, or the word is not known here. */
        UNCLEAR
    }

    /** Of an image that nobody evaluated. */
    static final PolicyCheck NONE = new PolicyCheck(Outcome.UNCLEAR, null, "");

    /** {@code {evaluations: [{final_action, status, evaluation_time}]}}. */
    static PolicyCheck v2(JsonNode answer) throws UnreadableValueException {
        JsonNode evaluations = AnchoreJson.single(answer, "policy check").path("evaluations");
        if (!evaluations.isArray()) {
            throw new UnreadableValueException("evaluations", "no list", "a list of evaluations");
        }
        PolicyCheck valid = null;
        for (JsonNode each : evaluations) {
            valid = valid(
                    valid,
                    of(
                            AnchoreJson.text(each, "final_action", "status"),
                            AnchoreJson.instant(
                                    each, "evaluation_time", "last_evaluation", "last_updated", "created_at")));
        }
        return valid == null ? NONE : valid;
    }

    /** {@code [{digest: {tag: [{policyId, status, last_evaluation}]}}]}; an image that was not evaluated has no status. */
    static PolicyCheck v1(JsonNode answer) throws UnreadableValueException {
        List<JsonNode> evaluations = new ArrayList<>();
        for (JsonNode byDigest : AnchoreJson.list(answer, "evaluations")) {
            byDigest.forEach(byTag -> byTag.forEach(list -> list.forEach(evaluations::add)));
        }
        PolicyCheck valid = null;
        for (JsonNode each : evaluations) {
            boolean none = AnchoreJson.text(each, "policyId").equalsIgnoreCase("N/A");
            valid = valid(
                    valid,
                    of(none ? "" : AnchoreJson.text(each, "status"), AnchoreJson.instant(each, "last_evaluation")));
        }
        return valid == null ? NONE : valid;
    }

    /** The later one; of undated ones, or two of one moment, the worse. */
    private static PolicyCheck valid(@Nullable PolicyCheck one, PolicyCheck other) {
        if (one == null) {
            return other;
        }
        if (one.at() == null || other.at() == null || one.at().equals(other.at())) {
            return one.worse(other);
        }
        return one.at().isAfter(other.at()) ? one : other;
    }

    /** The one of two that is further from a pass; of two passes the older. */
    PolicyCheck worse(PolicyCheck other) {
        if (outcome != other.outcome) {
            return rank() > other.rank() ? this : other;
        }
        return at == null || (other.at != null && at.isBefore(other.at)) ? this : other;
    }

    private int rank() {
        return switch (outcome) {
            case PASSED -> 0;
            case UNCLEAR -> 1;
            case STOPPED -> 2;
        };
    }

    private static PolicyCheck of(String word, @Nullable Instant at) {
        Outcome outcome =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "pass", "go", "warn" -> Outcome.PASSED;
                    case "fail", "stop" -> Outcome.STOPPED;
                    default -> Outcome.UNCLEAR;
                };
        return new PolicyCheck(outcome, at, word);
    }
}
