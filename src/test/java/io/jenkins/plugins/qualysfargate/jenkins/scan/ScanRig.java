package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** A Jenkins with an agent, a registry, and a scanner that does what a test says. */
final class ScanRig implements AutoCloseable {
    static final Path SCANNER =
            Path.of("engine/src/test/scripts/qscanner-stand-in").toAbsolutePath();

    final TinyRegistry registry;
    private final JenkinsRule jenkins;
    private final Path directory;
    private final Path scenario;

    private ScanRig(JenkinsRule jenkins, TinyRegistry registry, Path directory) throws IOException {
        this.jenkins = jenkins;
        this.registry = registry;
        this.directory = directory;
        this.scenario = Files.createDirectories(directory.resolve("scenario"));
    }

    static ScanRig in(JenkinsRule jenkins, Path directory) throws Exception {
        return in(jenkins, directory, TinyRegistry.start());
    }

    /** With a registry that was there before this Jenkins was. */
    static ScanRig in(JenkinsRule jenkins, Path directory, TinyRegistry registry) throws Exception {
        FakeSettings.install();
        return new ScanRig(jenkins, registry, directory);
    }

    DumbSlave agent() throws Exception {
        // In a directory of the test's own, because that of the harness does not outlive a restart.
        DumbSlave agent = new DumbSlave(
                "agent", directory.resolve("agent").toString(), jenkins.createComputerLauncher(new EnvVars()));
        agent.setLabelString("linux");
        agent.setNumExecutors(3);
        jenkins.jenkins.addNode(agent);
        jenkins.waitOnline(agent);
        return agent;
    }

    /** What the scanner does with images of this repository; see the stand-in. */
    void when(String repository, String file, String... lines) throws IOException {
        Path directory = Files.createDirectories(scenario.resolve(repository));
        Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n");
    }

    /** The command lines that the scanner was started with for images of this repository. */
    List<String> calls(String repository) throws IOException {
        Path calls = scenario.resolve(repository).resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A Pipeline job that does this on the agent. */
    WorkflowJob job(String name, String script) throws Exception {
        WorkflowJob job = jenkins.jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(onAgent(script), true));
        return job;
    }

    String onAgent(String script) {
        return "node('linux') { withEnv(['QSCANNER_STAND_IN_SCENARIO=%s', 'QSCANNER_STAND_IN_SAMPLES=%s']) { %s } }"
                .formatted(scenario, Path.of("contracts/samples").toAbsolutePath(), script);
    }

    /** The step with the stand-in as its scanner. */
    static String scan(String parameters) {
        return "qualysFargateScan(scannerPath: '" + SCANNER + "', " + parameters + ")";
    }

    WorkflowRun build(Result expected, String script) throws Exception {
        return jenkins.buildAndAssertStatus(
                expected, job("job" + jenkins.jenkins.getItems().size(), script));
    }

    /** Waits until the scanner has begun with an image of this repository. */
    void awaitScanner(String repository) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (calls(repository).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the scanner was not started for " + repository);
            }
            Thread.sleep(50);
        }
    }

    /** Processes of the stand-in that are still there on this rig's agent; those that are ending get a few seconds. */
    List<String> runningScanners() throws Exception {
        List<String> running = List.of();
        for (int i = 0; i < 50; i++) {
            running = ProcessHandle.allProcesses()
                    .flatMap(process -> process.info().commandLine().stream())
                    .filter(line -> line.contains("/qscanner ") && line.contains("--output-dir " + directory))
                    .toList();
            if (running.isEmpty()) {
                return running;
            }
            Thread.sleep(100);
        }
        return running;
    }

    @Override
    public void close() {
        registry.close();
    }
}
