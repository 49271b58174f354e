package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What users say about a check: texts as they were typed. The Pipeline step and the freestyle step both have these parameters
 * and no others.
 */
public final class CheckParameters extends AbstractDescribableImpl<CheckParameters> implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String FAIL = "fail";

    // Null where a job's record does not name it; then the default holds.
    @CheckForNull
    private String monitors;

    @CheckForNull
    private String onFailure;

    @CheckForNull
    private String onUnknown;

    @CheckForNull
    private Boolean reports;

    /** The defaults. */
    @DataBoundConstructor
    public CheckParameters() {
        // Everything has a default.
    }

    /** Pattern for the ids of the monitors that are asked about; empty for all. */
    public String getMonitors() {
        return Util.fixNull(monitors);
    }

    @DataBoundSetter
    public void setMonitors(@CheckForNull String monitors) {
        this.monitors = Util.fixNull(monitors).trim();
    }

    /** What scans that failed or missed their window do to the build: {@code fail}, {@code unstable} or {@code nothing}. */
    public String getOnFailure() {
        return onFailure == null ? FAIL : onFailure;
    }

    @DataBoundSetter
    public void setOnFailure(@CheckForNull String onFailure) {
        this.onFailure = Util.fixNull(onFailure).trim();
    }

    /** What an answer that nobody knows does to the build: {@code fail} or {@code unstable}. */
    public String getOnUnknown() {
        return onUnknown == null ? FAIL : onUnknown;
    }

    @DataBoundSetter
    public void setOnUnknown(@CheckForNull String onUnknown) {
        this.onUnknown = Util.fixNull(onUnknown).trim();
    }

    /** Whether reports are written into the workspace and archived. */
    public boolean isReports() {
        return reports == null || reports;
    }

    @DataBoundSetter
    public void setReports(boolean reports) {
        this.reports = reports;
    }

    /** The same with another pattern. */
    CheckParameters withMonitors(String other) {
        CheckParameters copy = new CheckParameters();
        copy.setMonitors(other);
        copy.setOnFailure(getOnFailure());
        copy.setOnUnknown(getOnUnknown());
        copy.setReports(isReports());
        return copy;
    }

    /** Everything that nobody can have meant, a sentence each. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (ReactionWord.of(getOnFailure()).isEmpty()) {
            problems.add(Messages.CheckParameters_onFailure(getOnFailure()));
        }
        if (ReactionWord.of(getOnUnknown())
                .filter(each -> each != ReactionWord.NOTHING)
                .isEmpty()) {
            problems.add(Messages.CheckParameters_onUnknown(getOnUnknown()));
        }
        return problems;
    }

    /** The form that both steps share. */
    @Extension
    public static final class DescriptorImpl extends CheckForm {
        @Override
        public String getDisplayName() {
            return "";
        }
    }
}
