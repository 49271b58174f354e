package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.EnvVars;
import hudson.FilePath;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ProcessEnd;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ProcessLimits;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanDirectories;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOutput;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanPlace;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jenkinsci.plugins.durabletask.BourneShellScript;
import org.jenkinsci.plugins.durabletask.Controller;

/**
 * Room for one attempt on an agent. The process belongs to the agent's shell and not to a connection, so it goes on while
 * Jenkins is away; its log and exit code are read from files.
 */
final class AgentPlace implements ScanPlace {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final AgentContact contact;
    private final IncomingFiles incoming;
    private final RunningScan scan;
    private final Runnable save;

    AgentPlace(AgentContact contact, IncomingFiles incoming, RunningScan scan, Runnable save) {
        this.contact = contact;
        this.incoming = incoming;
        this.scan = scan;
        this.save = save;
    }

    @Override
    public String scanner() {
        return scan.root + "/qscanner";
    }

    @Override
    public ScanDirectories directories() {
        return new ScanDirectories(
                scan.root + "/output", scan.root + "/cache", scan.root + "/home", scan.root + "/tmp");
    }

    @Override
    public List<String> secrets() {
        return scan.secrets();
    }

    @Override
    public Instant startedAt() {
        return Instant.ofEpochMilli(scan.preparedAt);
    }

    @Override
    public ProcessEnd run(ScannerCommand command, OutputStream console, ProcessLimits limits, Cancellation cancellation)
            throws IOException, InterruptedException {
        Controller controller = scan.controller();
        if (controller == null) {
            controller = launch(command);
        }
        Instant deadline = Instant.ofEpochMilli(scan.launchedAt()).plus(limits.timeout());
        boolean interrupted = false;
        try {
            return await(controller, console, deadline, cancellation);
        } catch (InterruptedException e) {
            interrupted = true;
            return stopped(controller, ProcessEnd.How.CANCELLED);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Controller launch(ScannerCommand command) throws IOException, InterruptedException {
        AgentLink link = contact.link();
        BourneShellScript task =
                new BourneShellScript(ShellScript.of(command.arguments(), scan.root + "/tmp", command.withheld()));
        Controller controller = task.launch(
                new EnvVars(command.environment()), runDirectory(link), link.launcher(), contact.listener());
        scan.launched(controller, contact.clock().millis(), command.secrets());
        save.run();
        return controller;
    }

    private FilePath runDirectory(AgentLink link) throws IOException, InterruptedException {
        return new FilePath(link.workspace().getChannel(), scan.root + "/run");
    }

    private ProcessEnd await(Controller controller, OutputStream console, Instant deadline, Cancellation cancellation)
            throws IOException, InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            if (cancellation.requested()) {
                return stopped(controller, ProcessEnd.How.CANCELLED);
            }
            Integer status = contact.insist(
                    "follow a scan",
                    link -> controller.exitStatus(runDirectory(link), link.launcher(), contact.listener()));
            boolean wrote =
                    contact.insist("read a scan's log", link -> controller.writeLog(runDirectory(link), console));
            if (wrote) {
                save.run();
            }
            if (status != null) {
                return ProcessEnd.exited(status);
            }
            if (contact.clock().instant().isAfter(deadline)) {
                return stopped(controller, ProcessEnd.How.TIMED_OUT);
            }
            Thread.sleep(pause.toMillis());
            pause = wrote ? SHORTEST_PAUSE : longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    private ProcessEnd stopped(Controller controller, ProcessEnd.How how) {
        boolean clean = contact.stop(link -> controller.stop(runDirectory(link), link.launcher()));
        return new ProcessEnd(how, -1, clean);
    }

    @Override
    public ScanOutput output() throws IOException, InterruptedException {
        return incoming.fetch(contact, scan.root + "/output");
    }

    /** What is left on the agent goes with the whole order, because a restart may ask for it again. */
    @Override
    public void close() {
        // See AgentHost.deletePlaces.
    }
}
