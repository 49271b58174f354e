package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import java.io.IOException;
import java.util.Map;

/** An agent whose calls leave through the proxy of this Jenkins, unless the agent has proxy variables of its own. */
record OutwardLink(AgentLink link, Map<String, String> proxyVariables) implements AgentLink {
    @Override
    public String name() {
        return link.name();
    }

    @Override
    public FilePath workspace() throws IOException, InterruptedException {
        return link.workspace();
    }

    @Override
    public Launcher launcher() throws IOException, InterruptedException {
        return link.launcher();
    }

    @Override
    public EnvVars environment() throws IOException, InterruptedException {
        EnvVars environment = new EnvVars(link.environment());
        boolean own = environment.keySet().stream().anyMatch(OutwardLink::isProxy);
        if (!own) {
            environment.putAll(proxyVariables);
        }
        return environment;
    }

    private static boolean isProxy(String variable) {
        return variable.equalsIgnoreCase("HTTPS_PROXY") || variable.equalsIgnoreCase("HTTP_PROXY");
    }
}
