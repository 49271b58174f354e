package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.model.FreeStyleProject;
import hudson.model.Label;
import hudson.model.Node;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry;
import hudson.tasks.Shell;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Freestyle jobs on the agent of a {@link ScanRig}, where the stand-in finds its scenario. */
final class FreestyleRig {
    private FreestyleRig() {}

    /** @param directory that the rig was made in */
    static void tellScenario(Node agent, Path directory) throws Exception {
        agent.getNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(
                        new Entry(
                                "QSCANNER_STAND_IN_SCENARIO",
                                directory.resolve("scenario").toString()),
                        new Entry(
                                "QSCANNER_STAND_IN_SAMPLES",
                                Path.of("contracts/samples").toAbsolutePath().toString())));
    }

    static FreeStyleProject onAgent(FreeStyleProject job) throws Exception {
        job.setAssignedLabel(Label.get("linux"));
        return job;
    }

    /** With the stand-in as its scanner. */
    static ScanParameters parameters(Consumer<ScanParameters> change) {
        ScanParameters parameters = new ScanParameters();
        parameters.setScannerPath(ScanRig.SCANNER.toString());
        change.accept(parameters);
        return parameters;
    }

    static QualysFargateBuilder builder(Consumer<ScanParameters> change) {
        return new QualysFargateBuilder(parameters(change));
    }

    static QualysFargatePublisher publisher(Consumer<ScanParameters> change) {
        return new QualysFargatePublisher(parameters(change));
    }

    /** A build step that prints lines as they are. */
    static Shell printing(String... lines) {
        return new Shell("cat <<'END'\n" + String.join("\n", lines) + "\nEND\n");
    }
}
