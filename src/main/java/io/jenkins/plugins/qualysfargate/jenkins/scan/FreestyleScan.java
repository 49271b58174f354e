package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import io.jenkins.plugins.qualysfargate.jenkins.agent.FixedLink;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.Optional;

/** What the build step and the post-build action do alike: fill in variables, scan, and do to the build what the user said. */
final class FreestyleScan {
    private final Run<?, ?> run;
    private final TaskListener listener;

    FreestyleScan(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /** @throws AbortException if the build is to fail */
    void perform(ScanParameters typed, FilePath workspace, EnvVars environment, Launcher launcher)
            throws IOException, InterruptedException {
        EnvVars variables = new EnvVars(environment);
        ScanParameters parameters = typed;
        if (run instanceof AbstractBuild<?, ?> build) {
            // As for shell steps: what parameters and bindings of the job offer is not all in the environment.
            variables.putAllNonNull(build.getBuildVariables());
            parameters = filledIn(typed, variables);
        }
        Computer computer = workspace.toComputer();
        AgentLink link = new FixedLink(
                computer == null ? workspace.getRemote() : computer.getDisplayName(), workspace, launcher, variables);
        react(new AwaitedScan(run, link, listener).perform(parameters), parameters);
    }

    private static ScanParameters filledIn(ScanParameters typed, EnvVars variables) throws AbortException {
        try {
            return FilledIn.of(typed, variables);
        } catch (ScanRefusedException refused) {
            throw new AbortException(refused.getMessage());
        }
    }

    private void react(ScanResult result, ScanParameters parameters) throws AbortException {
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
}
