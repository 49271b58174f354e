package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.List;

/** Tells administrators why scheduled scans are not, or not wholly, watched, for as long as that is so. */
@Extension
public final class ComplianceMonitor extends AdministrativeMonitor {
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
        return ComplianceCheck.get().status().problems();
    }
}
