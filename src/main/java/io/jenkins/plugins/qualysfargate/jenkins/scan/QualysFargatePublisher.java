package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Executor;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.BuildStepMonitor;
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A post-build action that scans images, the ones that the build has pushed for example; a failed build it leaves alone. */
public final class QualysFargatePublisher extends Recorder implements SimpleBuildStep {
    @CheckForNull
    private final ScanParameters scan;

    /** @param scan null for the defaults */
    @DataBoundConstructor
    public QualysFargatePublisher(@CheckForNull ScanParameters scan) {
        this.scan = scan == null ? new ScanParameters() : scan;
    }

    /** The defaults where a job's record holds none. */
    public ScanParameters getScan() {
        return scan == null ? new ScanParameters() : scan;
    }

    @Override
    public BuildStepMonitor getRequiredMonitorService() {
        return BuildStepMonitor.NONE;
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars environment,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        Result before = run.getResult();
        if (before != null && before.isWorseThan(Result.UNSTABLE)) {
            listener.getLogger()
                    .println("Qualys Fargate: the result of the build is " + before
                            + " already, so no image was scanned and nothing was recorded.");
            return;
        }
        try {
            new FreestyleScan(run, listener).perform(getScan(), workspace, environment, launcher);
        } catch (InterruptedException aborted) {
            Executor executor = Executor.currentExecutor();
            if (executor == null) {
                throw aborted;
            }
            // Jenkins makes a failure of a post-build action that is interrupted, so the build must be aborted here.
            run.setResult(executor.abortResult());
            executor.recordCauseOfInterruption(run, listener);
            throw new AbortException("The scan was aborted.");
        }
    }

    /** A post-build action of every kind of job that has some. */
    @Extension
    @Symbol("qualysFargatePublisher")
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
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
