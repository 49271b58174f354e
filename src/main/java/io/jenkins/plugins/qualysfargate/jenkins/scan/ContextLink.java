package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The agent of the {@code node} block that a step runs in; it may come back after it, or Jenkins, was away. */
final class ContextLink implements AgentLink {
    private final StepContext context;
    private volatile String name = "of this build";

    ContextLink(StepContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FilePath workspace() throws IOException, InterruptedException {
        FilePath workspace = present(FilePath.class);
        Computer computer = workspace.toComputer();
        if (computer != null) {
            name = computer.getDisplayName();
        }
        return workspace;
    }

    @Override
    public Launcher launcher() throws IOException, InterruptedException {
        return present(Launcher.class);
    }

    @Override
    public EnvVars environment() throws IOException, InterruptedException {
        return present(EnvVars.class);
    }

    private <T> T present(Class<T> type) throws IOException, InterruptedException {
        T value = context.get(type);
        if (value == null) {
            throw new IOException("the agent " + name + " is not connected");
        }
        return value;
    }
}
