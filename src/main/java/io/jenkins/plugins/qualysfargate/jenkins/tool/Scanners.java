package io.jenkins.plugins.qualysfargate.jenkins.tool;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolLocationNodeProperty;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the scanner of a build on the node that it runs on. */
public final class Scanners {
    private Scanners() {}

    /**
     * Where an installation is on a node. What our own installer brings is downloaded only when the location is asked on
     * the agent.
     *
     * @param name empty for the default installation, or the only one
     * @throws ScanRefusedException if there is no such installation, or it has no place on this node
     */
    public static ScannerLocation location(@CheckForNull String name, Node node, EnvVars environment, TaskListener log)
            throws ScanRefusedException, IOException, InterruptedException {
        QScannerInstallation installation = installation(Util.fixNull(name).trim());
        Optional<QScannerInstaller> installer = installer(installation, node);
        if (installer.isPresent()) {
            return installer.get().location(installation, node);
        }
        QScannerInstallation here = installation.forNode(node, log).forEnvironment(environment);
        String home = Util.fixEmptyAndTrim(here.getHome());
        if (home == null) {
            throw new ScanRefusedException(Messages.Scanners_noHome(installation.getName(), node.getDisplayName()));
        }
        List<String> problems = PinnedScanner.sha256Problems(here.getSha256());
        if (!problems.isEmpty()) {
            throw new ScanRefusedException(problems);
        }
        return InstalledScanner.at(home, here.getSha256());
    }

    private static QScannerInstallation installation(String asked) throws ScanRefusedException {
        List<QScannerInstallation> all =
                Arrays.asList(ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class)
                        .getInstallations());
        String chosen = asked.isEmpty() ? QualysConfiguration.get().getScanner() : asked;
        if (chosen.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(each -> each.getName().equals(chosen))
                .findFirst()
                .orElseThrow(() -> unknown(chosen, all));
    }

    private static ScanRefusedException unknown(String chosen, List<QScannerInstallation> all) {
        if (all.isEmpty()) {
            return new ScanRefusedException(Messages.Scanners_none());
        }
        String names = all.stream().map(QScannerInstallation::getName).collect(Collectors.joining(", "));
        return new ScanRefusedException(
                chosen.isEmpty() ? Messages.Scanners_several(names) : Messages.Scanners_unknown(chosen, names));
    }

    /** Our installer, if it is what the node gets the scanner by. */
    private static Optional<QScannerInstaller> installer(QScannerInstallation installation, Node node) {
        ToolLocationNodeProperty own = node.getNodeProperties().get(ToolLocationNodeProperty.class);
        InstallSourceProperty source = installation.getProperties().get(InstallSourceProperty.class);
        if (source == null || (own != null && own.getHome(installation) != null)) {
            return Optional.empty();
        }
        return source.installers.stream()
                .filter(installer -> installer.appliesTo(node))
                .findFirst()
                .filter(QScannerInstaller.class::isInstance)
                .map(QScannerInstaller.class::cast);
    }
}
