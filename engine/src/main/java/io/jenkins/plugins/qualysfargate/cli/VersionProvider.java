package io.jenkins.plugins.qualysfargate.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar was built with. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {
            "qualys-fargate " + (version == null ? "(not from a jar)" : version),
            "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
