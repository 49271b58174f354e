package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code qualysComplianceCheck}: looks at all scheduled scans now. A Pipeline wants its parameters side by side, so this passes
 * each on to the {@link CheckParameters} that it shares with the freestyle step.
 */
public final class QualysComplianceCheckStep extends Step {
    private final CheckParameters parameters = new CheckParameters();

    /** Everything has a default. */
    @DataBoundConstructor
    public QualysComplianceCheckStep() {
        // See the setters.
    }

    @Override
    public StepExecution start(StepContext context) {
        return new QualysComplianceCheckExecution(context, parameters);
    }

    public String getMonitors() {
        return parameters.getMonitors();
    }

    @DataBoundSetter
    public void setMonitors(@CheckForNull String monitors) {
        parameters.setMonitors(monitors);
    }

    public String getOnFailure() {
        return parameters.getOnFailure();
    }

    @DataBoundSetter
    public void setOnFailure(@CheckForNull String onFailure) {
        parameters.setOnFailure(onFailure);
    }

    public String getOnUnknown() {
        return parameters.getOnUnknown();
    }

    @DataBoundSetter
    public void setOnUnknown(@CheckForNull String onUnknown) {
        parameters.setOnUnknown(onUnknown);
    }

    public boolean isReports() {
        return parameters.isReports();
    }

    @DataBoundSetter
    public void setReports(boolean reports) {
        parameters.setReports(reports);
    }

    /** Needs no agent: everything is looked at from the controller. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "qualysComplianceCheck";
        }

        @Override
        public String getDisplayName() {
            return Messages.QualysComplianceCheckStep_displayName();
        }

        /** The parameters have one form and one set of help, whichever step they belong to. */
        public CheckParameters.DescriptorImpl getParameters() {
            return ExtensionList.lookupSingleton(CheckParameters.DescriptorImpl.class);
        }

        @Override
        public String getHelpFile(String parameter) {
            return getParameters().getHelpFile(parameter);
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
