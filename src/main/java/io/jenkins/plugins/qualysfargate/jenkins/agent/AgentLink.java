package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import java.io.IOException;

/** The way to the agent of a build, which may break and come back while a scan runs. Every method asks anew. */
public interface AgentLink {

    /** What people call the agent. */
    String name();

    /** @throws IOException if the agent does not answer */
    FilePath workspace() throws IOException, InterruptedException;

    /** @throws IOException if the agent does not answer */
    Launcher launcher() throws IOException, InterruptedException;

    /** @throws IOException if the agent does not answer */
    EnvVars environment() throws IOException, InterruptedException;
}
