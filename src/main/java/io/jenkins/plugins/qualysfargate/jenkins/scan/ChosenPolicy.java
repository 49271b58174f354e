package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Item;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.policy.Exceptions;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together the policy of a scan: the job's own, with its changes, and then every floor above it. */
final class ChosenPolicy {
    private final ScanSettings settings;
    private final ScanParameters parameters;

    ChosenPolicy(ScanSettings settings, ScanParameters parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /** @throws ScanRefusedException with all problems of whatever is named */
    Policy of(Item job, FilePath workspace) throws ScanRefusedException, InterruptedException {
        Policy own = changed(named(workspace));
        List<Policy> floors = settings.floors(job);
        if (own == null && !floors.isEmpty()) {
            // A floor alone is a whole policy: held together with the defaults its own exceptions would not count.
            own = floors.get(0);
            floors = floors.subList(1, floors.size());
        }
        Policy policy = own == null ? Policy.defaults() : own;
        for (Policy floor : floors) {
            policy = policy.tightenedBy(floor);
        }
        return parameters.getFailOn().isEmpty() ? policy : policy.failOn(failOn());
    }

    private Severity failOn() throws ScanRefusedException {
        return Severity.ofWord(parameters.getFailOn())
                .orElseThrow(() -> new ScanRefusedException("failOn: '" + parameters.getFailOn()
                        + "' is not a severity; valid are critical, high, medium, low, informational and unknown."));
    }

    /** The policy that the job names, or the default one; null if there is neither. */
    @CheckForNull
    private Policy named(FilePath workspace) throws ScanRefusedException, InterruptedException {
        long named = Stream.of(parameters.getPolicy().strip(), parameters.getPolicyFile(), parameters.getPolicyName())
                .filter(text -> !text.isEmpty())
                .count();
        if (named > 1) {
            throw new ScanRefusedException(
                    "Only one of policy, policyFile and policyName can be given. Take the others away.");
        }
        if (!parameters.getPolicy().isBlank()) {
            return read("policy", parameters.getPolicy());
        }
        if (!parameters.getPolicyFile().isEmpty()) {
            String file = parameters.getPolicyFile();
            return read(file, WorkspaceText.read(workspace, "policyFile", file));
        }
        if (!parameters.getPolicyName().isEmpty()) {
            return settings.central(parameters.getPolicyName());
        }
        Optional<Policy> fallback = settings.defaultPolicy();
        return fallback.orElse(null);
    }

    private static Policy read(String source, String text) throws ScanRefusedException {
        List<String> problems = new ArrayList<>();
        Policy policy = PolicyReader.read(source, text).<Policy>fold(valid -> valid.policy(), invalid -> {
            invalid.problems().stream().map(YamlProblem::toString).forEach(problems::add);
            return null;
        });
        if (policy == null) {
            problems.add(0, "The policy cannot be used:");
            throw new ScanRefusedException(problems);
        }
        return policy;
    }

    /** Thresholds and exceptions come before the floors, which may take them back. */
    @CheckForNull
    private Policy changed(@CheckForNull Policy named) throws ScanRefusedException {
        Thresholds thresholds = parameters.getThresholds();
        boolean limited = thresholds != null && !thresholds.isEmpty();
        if (!limited && parameters.getExceptions().isBlank()) {
            return named;
        }
        Policy policy = named == null ? Policy.defaults() : named;
        Problems problems = new Problems();
        Policy limits = limited ? problems.note("thresholds", () -> thresholds.appliedTo(policy)) : policy;
        Exceptions more = exceptions(problems);
        problems.throwIfAny();
        Policy changed = more == null ? limits : problems.note("exceptions", () -> limits.excusing(more));
        problems.throwIfAny();
        return changed;
    }

    /** Null if there are none, or if something is wrong with them, which is noted. */
    @CheckForNull
    private Exceptions exceptions(Problems problems) {
        if (parameters.getExceptions().isBlank()) {
            return null;
        }
        return PolicyReader.readExceptions("exceptions", parameters.getExceptions())
                .<Exceptions>fold(valid -> valid.exceptions(), invalid -> {
                    invalid.problems().stream().map(YamlProblem::toString).forEach(problems::add);
                    return null;
                });
    }
}
