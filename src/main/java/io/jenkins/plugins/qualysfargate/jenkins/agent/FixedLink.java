package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;

/** The agent of a build that ends when the agent goes away. */
public record FixedLink(String name, FilePath workspace, Launcher launcher, EnvVars environment) implements AgentLink {}
