package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReading;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import io.jenkins.plugins.qualysfargate.jenkins.config.ScanFormChoices;
import java.util.List;

/** What the form says of a policy as a whole, before a build is told by it. */
final class PolicyTrial {
    private PolicyTrial() {}

    /** Reads what is typed; what lies in a workspace is read by a build alone. */
    static FormValidation of(@CheckForNull Item item, String policy, String policyFile, String policyName) {
        if (!FormAccess.mayChoose(item)) {
            return FormValidation.ok();
        }
        return FormTexts.onlyOne(item, Messages.ScanForm_onePolicy(), policy, policyFile, policyName)
                .orElseGet(() -> ofOne(item, policy, policyFile, policyName));
    }

    private static FormValidation ofOne(@CheckForNull Item item, String policy, String policyFile, String policyName) {
        if (!policy.isBlank()) {
            return answer(PolicyReader.read(Messages.PolicyTrial_source(), policy));
        }
        if (!policyFile.isBlank()) {
            return FormValidation.ok(Messages.PolicyTrial_file(policyFile));
        }
        if (policyName.isBlank()) {
            return FormValidation.ok(Messages.PolicyTrial_default());
        }
        FormValidation central = ScanFormChoices.checkPolicyName(item, policyName);
        return central.kind == FormValidation.Kind.OK
                ? FormValidation.ok(Messages.PolicyTrial_central(policyName))
                : central;
    }

    /** Reads a list of exceptions. */
    static FormValidation ofExceptions(@CheckForNull Item item, String exceptions) {
        if (exceptions.isBlank() || !FormAccess.mayChoose(item)) {
            return FormValidation.ok();
        }
        return PolicyReader.readExceptions(Messages.PolicyTrial_exceptions(), exceptions)
                .fold(valid -> FormValidation.ok(), invalid -> errors(invalid.problems()));
    }

    private static FormValidation answer(PolicyReading reading) {
        return reading.fold(
                valid -> valid.warnings().isEmpty()
                        ? FormValidation.ok(
                                Messages.PolicyTrial_valid(valid.policy().name()))
                        : FormValidation.aggregate(valid.warnings().stream()
                                .map(FormValidation::warning)
                                .toList()),
                invalid -> errors(invalid.problems()));
    }

    private static FormValidation errors(List<YamlProblem> problems) {
        return FormValidation.aggregate(problems.stream()
                .map(problem -> FormValidation.error(problem.toString()))
                .toList());
    }
}
