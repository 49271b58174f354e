package io.jenkins.plugins.qualysfargate.jenkins.tool;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolInstallerDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.VerifiedScanner;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.config.NetworkSettings;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import jenkins.model.Jenkins;
import jenkins.security.MasterToSlaveCallable;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Downloads one pinned version of the scanner to the agent that needs it, and keeps it only if its checksum is right. */
public final class QScannerInstaller extends ToolInstaller {
    private String version = "";
    private String url = "";
    private String sha256Amd64 = "";
    private String sha256Arm64 = "";

    /** @param label of the agents that it is for; empty for all */
    @DataBoundConstructor
    public QScannerInstaller(@CheckForNull String label) {
        super(label);
    }

    public String getVersion() {
        return Util.fixNull(version);
    }

    @DataBoundSetter
    public void setVersion(@CheckForNull String version) {
        this.version = Util.fixNull(version).trim();
    }

    /** Of the file itself, or, ending in a slash, of a mirror. */
    public String getUrl() {
        return Util.fixNull(url);
    }

    @DataBoundSetter
    public void setUrl(@CheckForNull String url) {
        this.url = Util.fixNull(url).trim();
    }

    /** Of the file for x86-64; empty for none. */
    public String getSha256Amd64() {
        return Util.fixNull(sha256Amd64);
    }

    @DataBoundSetter
    public void setSha256Amd64(@CheckForNull String sha256Amd64) {
        this.sha256Amd64 = Util.fixNull(sha256Amd64).trim();
    }

    /** Of the file for 64-bit ARM; empty for none. */
    public String getSha256Arm64() {
        return Util.fixNull(sha256Arm64);
    }

    @DataBoundSetter
    public void setSha256Arm64(@CheckForNull String sha256Arm64) {
        this.sha256Arm64 = Util.fixNull(sha256Arm64).trim();
    }

    PinnedScanner scanner() {
        return new PinnedScanner(version, url, sha256Amd64, sha256Arm64);
    }

    /**
     * Where this scanner is on a node, installed when it is asked there.
     *
     * @throws ScanRefusedException if something is wrong with what is pinned, with the network's settings, or with the node
     */
    ScannerLocation location(ToolInstallation tool, Node node) throws ScanRefusedException {
        List<String> problems = scanner().problems();
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        if (node.getRootPath() == null) {
            throw new ScanRefusedException(Messages.QScannerInstaller_offline(tool.getName(), node.getDisplayName()));
        }
        return InstalledScanner.pinned(scanner(), preferredLocation(tool, node).getRemote(), NetworkSettings.current());
    }

    @Override
    public FilePath performInstallation(ToolInstallation tool, Node node, TaskListener log)
            throws IOException, InterruptedException {
        try {
            Install install = new Install(location(tool, node));
            FilePath directory = preferredLocation(tool, node);
            return directory.child(directory.act(install));
        } catch (ScanRefusedException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** Runs on the agent, which alone knows what machine it is; gives the directory that the executable is in. */
    private static final class Install extends MasterToSlaveCallable<String, IOException> {
        private static final long serialVersionUID = 1L;

        private final ScannerLocation location;

        Install(ScannerLocation location) {
            this.location = location;
        }

        @Override
        public String call() throws IOException {
            try {
                VerifiedScanner scanner = location.obtain();
                return String.valueOf(scanner.binary().getParent());
            } catch (ScannerRefusedException e) {
                throw new AbortException(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The installation of the scanner was interrupted", e);
            }
        }
    }

    /** One way of installing a scanner, in the form of its installation. */
    @Extension
    @Symbol("qscannerInstaller")
    public static final class DescriptorImpl extends ToolInstallerDescriptor<QScannerInstaller> {
        @Override
        public String getDisplayName() {
            return Messages.QScannerInstaller_displayName();
        }

        @Override
        public boolean isApplicable(Class<? extends ToolInstallation> toolType) {
            return toolType == QScannerInstallation.class;
        }

        /** Whether it is the full number of a version. */
        @POST
        public FormValidation doCheckVersion(@QueryParameter String value) {
            return check(value, PinnedScanner::versionProblems);
        }

        /** Whether a scanner may be downloaded from there. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return check(value, PinnedScanner::urlProblems);
        }

        /** Whether it is a SHA-256. */
        @POST
        public FormValidation doCheckSha256Amd64(@QueryParameter String value) {
            return check(value, PinnedScanner::sha256Problems);
        }

        /** Whether it is a SHA-256. */
        @POST
        public FormValidation doCheckSha256Arm64(@QueryParameter String value) {
            return check(value, PinnedScanner::sha256Problems);
        }

        static FormValidation check(String value, Function<String, List<String>> problems) {
            if (!JenkinsFacade.get().root().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            List<String> found = problems.apply(Util.fixNull(value).trim());
            return found.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join("\n", found));
        }
    }
}
