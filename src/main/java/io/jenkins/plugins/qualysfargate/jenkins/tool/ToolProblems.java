package io.jenkins.plugins.qualysfargate.jenkins.tool;

import hudson.Util;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with scanner installations, a sentence each; installations that have a problem are not kept. */
final class ToolProblems {
    private ToolProblems() {}

    static List<String> of(List<QScannerInstallation> installations) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (QScannerInstallation installation : installations) {
            String name = installation.getName();
            problems.addAll(name(name));
            if (!names.add(name)) {
                problems.add(Messages.ToolProblems_nameTwice(name));
            }
            of(installation).forEach(problem -> problems.add(name + ": " + problem));
        }
        return problems;
    }

    private static List<String> of(QScannerInstallation installation) {
        List<String> problems = new ArrayList<>(home(Util.fixNull(installation.getHome())));
        problems.addAll(PinnedScanner.sha256Problems(installation.getSha256()));
        List<QScannerInstaller> installers = installers(installation);
        installers.forEach(installer -> problems.addAll(installer.scanner().problems()));
        if (!installers.isEmpty() && !installation.getSha256().isEmpty()) {
            problems.add(Messages.ToolProblems_checksumOfInstaller());
        }
        return problems;
    }

    static List<QScannerInstaller> installers(QScannerInstallation installation) {
        InstallSourceProperty source = installation.getProperties().get(InstallSourceProperty.class);
        List<QScannerInstaller> ours = new ArrayList<>();
        if (source != null) {
            for (ToolInstaller installer : source.installers) {
                if (installer instanceof QScannerInstaller scanner) {
                    ours.add(scanner);
                }
            }
        }
        return ours;
    }

    static List<String> name(String name) {
        return name.isEmpty() ? List.of(Messages.ToolProblems_noName()) : List.of();
    }

    /** @param home may begin with a variable, which only the agent knows */
    static List<String> home(String home) {
        return home.isEmpty() || home.startsWith("/") || home.startsWith("$")
                ? List.of()
                : List.of(Messages.ToolProblems_home(home));
    }
}
