package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code withPushedImages}: notes which images are pushed inside of it, for a scan behind it that names none. */
public final class WithPushedImagesStep extends Step {

    /** There is nothing to choose. */
    @DataBoundConstructor
    public WithPushedImagesStep() {
        // Nothing to keep.
    }

    @Override
    public StepExecution start(StepContext context) {
        return new WithPushedImagesExecution(context);
    }

    /** Needs no agent, so it may also stand around stages and among options. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "withPushedImages";
        }

        @Override
        public String getDisplayName() {
            return Messages.WithPushedImagesStep_DisplayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
