package io.jenkins.plugins.qualysfargate.jenkins.tool;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.EnvironmentSpecific;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.NodeSpecific;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.tools.ToolInstaller;
import hudson.tools.ToolProperty;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.jenkins.config.ScannerNames;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A scanner under a name: a file or directory that agents have, or what installs it there. */
public final class QScannerInstallation extends ToolInstallation
        implements NodeSpecific<QScannerInstallation>, EnvironmentSpecific<QScannerInstallation> {
    private static final long serialVersionUID = 1L;

    private String sha256 = "";

    /** @param home the executable, or a directory that holds {@code qscanner}; empty where something installs it */
    @DataBoundConstructor
    public QScannerInstallation(
            @CheckForNull String name,
            @CheckForNull String home,
            @CheckForNull List<? extends ToolProperty<?>> properties) {
        super(Util.fixNull(name).trim(), Util.fixEmptyAndTrim(home), properties);
    }

    /** What the executable must be; empty to run it unverified, or where something installs it. */
    public String getSha256() {
        return Util.fixNull(sha256);
    }

    @DataBoundSetter
    public void setSha256(@CheckForNull String sha256) {
        this.sha256 = Util.fixNull(sha256).trim();
    }

    @Override
    public QScannerInstallation forNode(Node node, TaskListener log) throws IOException, InterruptedException {
        return movedTo(translateFor(node, log));
    }

    @Override
    public QScannerInstallation forEnvironment(EnvVars environment) {
        return movedTo(environment.expand(getHome()));
    }

    private QScannerInstallation movedTo(@CheckForNull String home) {
        QScannerInstallation moved =
                new QScannerInstallation(getName(), home, getProperties().toList());
        moved.setSha256(sha256);
        return moved;
    }

    /** The list of scanners under Tools. */
    @Extension
    @Symbol("qscanner")
    public static final class DescriptorImpl extends ToolDescriptor<QScannerInstallation> implements ScannerNames {

        /** As they were saved. */
        public DescriptorImpl() {
            load();
        }

        @Override
        public String getDisplayName() {
            return Messages.QScannerInstallation_displayName();
        }

        @Override
        public List<String> scannerNames() {
            return Arrays.stream(getInstallations())
                    .map(QScannerInstallation::getName)
                    .toList();
        }

        @Override
        public List<? extends ToolInstaller> getDefaultInstallers() {
            return List.of(new QScannerInstaller(""));
        }

        /** @throws FormException naming everything that is wrong; then nothing is changed */
        @Override
        public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
            QScannerInstallation[] typed = req.bindJSONToList(QScannerInstallation.class, json.get("tool"))
                    .toArray(new QScannerInstallation[0]);
            List<String> problems = ToolProblems.of(List.of(typed));
            if (!problems.isEmpty()) {
                throw new FormException(String.join("\n", problems), "tool");
            }
            setInstallations(typed);
            return true;
        }

        /** @throws IllegalArgumentException naming everything that is wrong; then nothing is changed */
        @Override
        public void setInstallations(QScannerInstallation... installations) {
            List<String> problems = ToolProblems.of(List.of(installations));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(Messages.ToolProblems_refused(String.join("\n", problems)));
            }
            super.setInstallations(installations);
            save();
        }

        @Override
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return QScannerInstaller.DescriptorImpl.check(value, ToolProblems::name);
        }

        @Override
        @POST
        public FormValidation doCheckHome(@QueryParameter File value) {
            return QScannerInstaller.DescriptorImpl.check(value.getPath(), ToolProblems::home);
        }

        /** Whether it is a SHA-256. */
        @POST
        public FormValidation doCheckSha256(@QueryParameter String value) {
            return QScannerInstaller.DescriptorImpl.check(value, PinnedScanner::sha256Problems);
        }
    }
}
