package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A build step that scans images and fails the build if they do not keep to the policy. */
public final class QualysFargateBuilder extends Builder implements SimpleBuildStep {
    @CheckForNull
    private final ScanParameters scan;

    /** @param scan null for the defaults */
    @DataBoundConstructor
    public QualysFargateBuilder(@CheckForNull ScanParameters scan) {
        this.scan = scan == null ? new ScanParameters() : scan;
    }

    /** The defaults where a job's record holds none. */
    public ScanParameters getScan() {
        return scan == null ? new ScanParameters() : scan;
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars environment,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        new FreestyleScan(run, listener).perform(getScan(), workspace, environment, launcher);
    }

    /** A build step of every kind of job that has some. */
    @Extension
    @Symbol("qualysFargateBuilder")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.QualysFargateScanStep_DisplayName();
        }

        @Override
        @SuppressWarnings("rawtypes") // The signature is given.
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
