package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.model.Result;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import java.util.Optional;

/** What a result does to its build, by what the user has said about verdicts that are no pass. */
final class Reaction {
    private Reaction() {}

    /** Empty for a pass; every other verdict is at least unstable. */
    static Optional<Result> to(ScanResult result, ScanParameters parameters) {
        return switch (result.getVerdict()) {
            case "PASS" -> Optional.empty();
            case "FAIL" ->
                Optional.of(ReactionWord.parse(parameters.getOnViolation()).result());
            default ->
                Optional.of(ReactionWord.parse(parameters.getOnIndeterminate()).result());
        };
    }

    /** The sentence that a build ends with. */
    static String message(ScanResult result) {
        String what = "FAIL".equals(result.getVerdict())
                ? "The images do not keep to the policy: "
                : "There is no answer for the images, which is not a pass: ";
        return what + result.getReason() + " See " + result.getReportUrl();
    }
}
