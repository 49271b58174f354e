package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QScanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSettings;
import io.jenkins.plugins.qualysfargate.engine.registry.RegistrySettings;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentContact;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentHost;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentResolver;
import io.jenkins.plugins.qualysfargate.jenkins.agent.IncomingFiles;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScanMemory;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jenkins.util.SystemProperties;

/** One scan of a build from its parameters to the recorded result, whichever kind of step it is for. */
final class ScanTask {
    /** System property: for how many seconds an agent may not answer before its scan counts as lost. */
    static final String PATIENCE = "io.jenkins.plugins.qualysfargate.agentPatienceSeconds";

    /** As long as a Pipeline waits for an agent that has gone away, by default. */
    private static final int DEFAULT_PATIENCE = 300;

    private final Run<?, ?> run;
    private final AgentLink link;
    private final TaskListener listener;
    private final ScanMemory memory;

    /** @param memory what is known of this scan from before a restart */
    ScanTask(Run<?, ?> run, AgentLink link, TaskListener listener, ScanMemory memory) {
        this.run = run;
        this.link = link;
        this.listener = listener;
        this.memory = memory;
    }

    /** @throws ScanRefusedException if it cannot begin; then nothing is recorded */
    ScanResult perform(ScanParameters parameters, Cancellation cancellation)
            throws ScanRefusedException, IOException, InterruptedException {
        ScanSettings settings = JenkinsFacade.get().only(ScanSettings.class);
        AgentLink outward = new OutwardLink(link, settings.proxyVariables());
        ScanPlan plan = new PlanScan(settings, run, outward, listener).of(parameters);
        Path home = JenkinsFacade.get().home();
        AgentContact contact = new AgentContact(outward, listener, patience(), SharedEngine.clock(), cancellation);
        EngineSettings engine = SharedEngine.settings()
                .withPolicy(plan.policy())
                .withFeeds(settings.feeds())
                .withNetwork(settings.http(), RegistrySettings.DEFAULT, Map.of());
        AgentHost host = new AgentHost(contact, plan.scanner(), memory, IncomingFiles.of(JenkinsFacade.get()));
        ComplianceEngine shared = SharedEngine.with(engine);
        GateRun gate = shared.scan(
                plan.order(),
                new QScanner(host, ScannerSettings.in(home.resolve("scans")), SharedEngine.clock()),
                new AgentResolver(contact, plan.registry(), memory, ecr(plan, shared)),
                line -> listener.getLogger().println(line),
                cancellation);
        // Everything is needed on the agent when Jenkins is back, and no verdict may come from its going.
        contact.requireJenkins("record a scan");
        host.deletePlaces();
        ScanResult result = new RecordScan(run, listener).of(gate, plan);
        shared.tell(gate).forEach(remark -> listener.getLogger().println("Note: " + remark));
        return result;
    }

    /** Null unless administrators have set AWS up; whoever brings a login of his own relies on that one alone. */
    @CheckForNull
    private static Resolver ecr(ScanPlan plan, ComplianceEngine engine) {
        boolean ownLogin = !(plan.order().registryAccess() instanceof RegistryAccess.Ambient);
        return ownLogin || engine.settings().aws() == null ? null : engine.ecrResolver();
    }

    private static Duration patience() {
        return Duration.ofSeconds(Math.max(1, SystemProperties.getInteger(PATIENCE, DEFAULT_PATIENCE)));
    }
}
