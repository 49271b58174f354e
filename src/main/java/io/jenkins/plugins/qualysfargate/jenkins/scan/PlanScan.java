package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import io.jenkins.plugins.qualysfargate.jenkins.agent.RegistryCalls;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScannerLocation;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import jenkins.model.Jenkins;

/** Makes a plan of what users typed and what administrators have set up, or refuses with everything that is wrong. */
final class PlanScan {
    private final ScanSettings settings;
    private final Run<?, ?> run;
    private final AgentLink link;
    private final TaskListener listener;

    PlanScan(ScanSettings settings, Run<?, ?> run, AgentLink link, TaskListener listener) {
        this.settings = settings;
        this.run = run;
        this.link = link;
        this.listener = listener;
    }

    ScanPlan of(ScanParameters parameters) throws ScanRefusedException, IOException, InterruptedException {
        FilePath workspace = link.workspace();
        EnvVars environment = link.environment();
        Node node = node(workspace);
        Problems problems = new Problems();
        TypedValues typed = TypedValues.read(parameters, problems);
        var images = problems.collect(() -> ChosenImages.of(parameters, run, workspace));
        var policy = problems.collect(() -> new ChosenPolicy(settings, parameters).of(run.getParent(), workspace));
        var connection =
                problems.collect(() -> settings.connection(run, parameters.getCredentialsId(), parameters.getPod()));
        var login = problems.collect(() -> RegistryLogin.of(parameters.getRegistryCredentialsId(), run, environment));
        var scanner = problems.collect(() -> scanner(parameters, node, environment));
        var baseline = problems.collect(() -> ChosenBaseline.of(parameters.getBaseline(), run));
        var certificates = problems.collect(settings::certificates);
        problems.note("timeoutMinutes", () -> notTooLong(parameters.getTimeoutMinutes()));
        problems.throwIfAny();
        ScanOrder order = new ScanOrder(
                images,
                typed.platforms(),
                typed.scanTypes(),
                typed.timeout(),
                typed.cache(),
                baseline,
                connection,
                login.access(),
                typed.options());
        RegistryCalls calls = new RegistryCalls(login.variables(), settings.insecureRegistries(), certificates);
        return new ScanPlan(order, policy, scanner, calls, typed.archive());
    }

    private int notTooLong(int minutes) {
        int most = settings.longestScanMinutes();
        if (minutes > most) {
            throw new IllegalArgumentException(
                    "must be at most " + most + ", as administrators have set, but is " + minutes
                            + ". Ask for less, or let an administrator allow more under Manage Jenkins, System, Qualys Fargate");
        }
        return minutes;
    }

    private Node node(FilePath workspace) throws ScanRefusedException {
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new ScanRefusedException("The agent of the workspace " + workspace.getRemote()
                    + " is gone, so nothing can be scanned there. Run the build again.");
        }
        if (node instanceof Jenkins && !settings.isBuiltInNodeAllowed()) {
            throw new ScanRefusedException(
                    "This build runs on the built-in node, the controller itself, where scans are"
                            + " refused: a scanner reads whatever an image holds. Give the stage or the job a label of an agent,"
                            + " or let an administrator allow it under Manage Jenkins, System, Qualys Fargate.");
        }
        return node;
    }

    private ScannerLocation scanner(ScanParameters parameters, Node node, EnvVars environment)
            throws ScanRefusedException, IOException, InterruptedException {
        if (parameters.getScannerPath().isEmpty()) {
            return settings.scanner(parameters.getScanner(), node, environment, listener);
        }
        if (!parameters.getScanner().isEmpty()) {
            throw new ScanRefusedException("Only one of scanner and scannerPath can be given. Take the other away.");
        }
        try {
            return new ScannerAtPath(parameters.getScannerPath(), parameters.getScannerSha256());
        } catch (IllegalArgumentException wrong) {
            throw new ScanRefusedException("scannerSha256: " + wrong.getMessage());
        }
    }
}
