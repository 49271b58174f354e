package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A build step that looks at all scheduled scans now, and fails the build if one of them failed or nobody can tell. */
public final class QualysComplianceBuilder extends Builder implements SimpleBuildStep {
    @CheckForNull
    private final CheckParameters check;

    /** @param check null for the defaults */
    @DataBoundConstructor
    public QualysComplianceBuilder(@CheckForNull CheckParameters check) {
        this.check = check == null ? new CheckParameters() : check;
    }

    /** The defaults where a job's record holds none. */
    public CheckParameters getCheck() {
        return check == null ? new CheckParameters() : check;
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars environment,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        perform(run, workspace, environment, listener);
    }

    @Override
    public void perform(@NonNull Run<?, ?> run, @NonNull EnvVars environment, @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        perform(run, (FilePath) null, environment, listener);
    }

    private void perform(Run<?, ?> run, @CheckForNull FilePath workspace, EnvVars environment, TaskListener listener)
            throws IOException, InterruptedException {
        CheckParameters parameters = filledIn(run, environment);
        List<String> problems = parameters.problems();
        if (!problems.isEmpty()) {
            throw new AbortException(String.join(System.lineSeparator(), problems));
        }
        try {
            ComplianceResult result = new ConcludeCheck(run, listener, workspace)
                    .of(ComplianceCheck.get().look().get(), parameters);
            react(run, listener, result, parameters);
        } catch (ExecutionException failed) {
            throw new AbortException(String.valueOf(failed.getCause().getMessage()));
        }
    }

    private CheckParameters filledIn(Run<?, ?> run, EnvVars environment) throws AbortException {
        EnvVars variables = new EnvVars(environment);
        if (!(run instanceof AbstractBuild<?, ?> build)) {
            return getCheck();
        }
        variables.putAllNonNull(build.getBuildVariables());
        String typed = getCheck().getMonitors();
        String monitors = variables.expand(typed);
        if (monitors.isBlank() && !typed.isBlank()) {
            // Empty stands for all of them, which nobody has asked for.
            throw new AbortException("monitors: nothing is left of '" + typed
                    + "' when the variables are filled in. Set them before the check, or take the text away.");
        }
        return getCheck().withMonitors(monitors);
    }

    private static void react(Run<?, ?> run, TaskListener listener, ComplianceResult result, CheckParameters parameters)
            throws AbortException {
        Optional<Result> reaction = Reaction.to(result, parameters);
        if (reaction.isEmpty()) {
            return;
        }
        if (reaction.get().isWorseThan(Result.UNSTABLE)) {
            throw new AbortException(Reaction.message(result));
        }
        listener.getLogger().println(Reaction.message(result));
        run.setResult(reaction.get());
    }

    /** A build step of every kind of job that has some. */
    @Extension
    @Symbol("qualysComplianceBuilder")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return Messages.QualysComplianceCheckStep_displayName();
        }

        @Override
        @SuppressWarnings("rawtypes") // The signature is given.
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
