package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.ArrayList;
import java.util.List;

/** Tells administrators why scheduled scans are not, or not wholly, watched, for as long as that is so. */
@Extension
public final class ComplianceMonitor extends AdministrativeMonitor {
    /** How many entries of a kind the message shows. */
    private static final int SHOWN = 10;

    @Override
    public String getDisplayName() {
        return Messages.ComplianceMonitor_displayName();
    }

    @Override
    public boolean isSecurity() {
        return true;
    }

    // Asked for every page of an administrator, so it looks at nothing that may be far away.
    @Override
    public boolean isActivated() {
        return !getProblems().isEmpty();
    }

    /** A sentence each. */
    public List<String> getProblems() {
        CheckStatus status = ComplianceCheck.get().status();
        List<String> problems = new ArrayList<>();
        if (status.failure() != null) {
            problems.add(Messages.ComplianceMonitor_failed(status.failingSince(), status.failure()));
        }
        if (!status.fileProblems().isEmpty()) {
            problems.add(
                    status.settings() == null
                            ? Messages.ComplianceMonitor_nothingInForce()
                            : status.current() ? Messages.ComplianceMonitor_notKept() : Messages.ComplianceMonitor_oldFile());
            status.fileProblems().stream().limit(SHOWN).forEach(problems::add);
        }
        status.blindSources().stream()
                .limit(SHOWN)
                .forEach(each -> problems.add(Messages.ComplianceMonitor_blind(
                        each.id(), each.blindSince(), each.blindBecause(), each.howToFix())));
        if (!status.stuck().isEmpty()) {
            problems.add(Messages.ComplianceMonitor_stuck(status.stuck().size()));
            status.stuck().stream()
                    .limit(SHOWN)
                    .forEach(each -> problems.add(
                            Messages.ComplianceMonitor_message(each.channel(), each.subject(), each.reason())));
        }
        return problems;
    }
}
