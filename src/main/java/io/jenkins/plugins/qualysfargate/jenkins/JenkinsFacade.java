package io.jenkins.plugins.qualysfargate.jenkins;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.ProxyConfiguration;
import hudson.init.InitMilestone;
import hudson.model.Job;
import hudson.model.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The running Jenkins, as far as this plugin needs it; nothing else in it asks {@link Jenkins} for its instance. */
public final class JenkinsFacade {
    private final Jenkins jenkins;

    private JenkinsFacade(Jenkins jenkins) {
        this.jenkins = jenkins;
    }

    /** @throws IllegalStateException if Jenkins is starting up or shutting down */
    public static JenkinsFacade get() {
        return new JenkinsFacade(Jenkins.get());
    }

    /** Directory of this plugin on the controller; not made before something is kept there. */
    public Path home() {
        return jenkins.getRootDir().toPath().resolve("qualys-fargate");
    }

    /** The proxy that administrators have set; null for none. */
    @CheckForNull
    public ProxyConfiguration proxy() {
        return jenkins.getProxy();
    }

    /** False as soon as this Jenkins goes down, also if another one has started since in the same process. */
    public boolean isRunning() {
        return Jenkins.getInstanceOrNull() == jenkins && !jenkins.isTerminating();
    }

    /** The only extension of a kind that has one. */
    public <T> T only(Class<T> type) {
        return jenkins.getExtensionList(type).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + type.getName()
                        + "; the plugin was not loaded completely, see the log of Jenkins"));
    }

    /** Every extension of a kind. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(jenkins.getExtensionList(type));
    }

    /** True from the moment on when administrators want no new builds. */
    public boolean isQuietingDown() {
        return jenkins.isQuietingDown() || jenkins.isTerminating();
    }

    /** True once every job is there that was there before. */
    public boolean hasLoadedAllJobs() {
        return jenkins.getInitLevel() == InitMilestone.COMPLETED;
    }

    /** The address of a page; relative to the root if administrators have not told the address of this Jenkins. */
    public String absolute(String url) {
        String root = jenkins.getRootUrl();
        return (root == null ? "/" : root) + url;
    }

    /** The job of this full name, if there is one that the present user may see. */
    public Optional<Job<?, ?>> job(String fullName) {
        Job<?, ?> job = jenkins.getItemByFullName(fullName, Job.class);
        return Optional.ofNullable(job);
    }

    /** Jenkins itself, for permission checks. */
    public Jenkins root() {
        return jenkins;
    }

    /** A path on a node; empty if the node is gone or offline. */
    public Optional<FilePath> path(String nodeName, String remote) {
        Node node = nodeName.isEmpty() ? jenkins : jenkins.getNode(nodeName);
        return Optional.ofNullable(node).map(found -> found.createPath(remote));
    }
}
