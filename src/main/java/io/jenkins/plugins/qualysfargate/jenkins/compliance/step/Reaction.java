package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import hudson.model.Result;
import java.util.Optional;

/** What a result does to its build, by what the user has said about answers that are not good. */
final class Reaction {
    private Reaction() {}

    /** Empty if the build stays as it is; what nobody knows is never that. */
    static Optional<Result> to(ComplianceResult result, CheckParameters parameters) {
        return switch (result.getAnswer()) {
            case "OK" -> Optional.empty();
            case "FAILED" ->
                ReactionWord.of(parameters.getOnFailure())
                        .orElse(ReactionWord.FAIL)
                        .result();
            default ->
                Optional.of(ReactionWord.of(parameters.getOnUnknown())
                        .flatMap(ReactionWord::result)
                        .orElse(Result.FAILURE));
        };
    }

    /** The sentence that a build ends with. */
    static String message(ComplianceResult result) {
        String what = "FAILED".equals(result.getAnswer())
                ? "Scheduled scans fail: "
                : "Nobody can tell whether all scheduled scans ran, which is not a pass: ";
        return what + result.getReason() + " See " + result.getPageUrl();
    }
}
