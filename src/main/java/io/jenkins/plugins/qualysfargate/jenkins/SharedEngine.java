package io.jenkins.plugins.qualysfargate.jenkins;

import hudson.init.Terminator;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/**
 * The one engine of this Jenkins, with the one history that all builds share; opened when it is first needed. When
 * administrators change how AWS is called it gets other connections, and scans that are under way keep theirs.
 */
public final class SharedEngine {
    /** No scan takes longer: the most that administrators can allow is a day. */
    private static final long HOURS_OF_A_SCAN = 25;

    private static ComplianceEngine engine;

    private SharedEngine() {}

    /** The clock that everything in this Jenkins goes by. */
    public static Clock clock() {
        return Clock.systemUTC();
    }

    /** Settings of this Jenkins without anything that a build chooses. */
    public static EngineSettings settings() {
        Path home = JenkinsFacade.get().home();
        EngineSettings settings = EngineSettings.in(home, clock()).withHistory(home.resolve("history"));
        for (EngineSetUp each : JenkinsFacade.get().all(EngineSetUp.class)) {
            settings = each.of(settings);
        }
        return settings;
    }

    /** The engine as administrators have set it up, for what no build asks for. */
    public static ComplianceEngine engine() {
        return shared();
    }

    /** An engine with these settings and the shared history. */
    public static ComplianceEngine with(EngineSettings settings) {
        return shared().with(settings);
    }

    /** Every scan that was ever judged here. */
    public static History history() {
        Optional<History> history = shared().history();
        return history.orElseThrow(() -> new IllegalStateException("the engine of this Jenkins has no history"));
    }

    private static synchronized ComplianceEngine shared() {
        EngineSettings wanted = settings();
        if (engine == null) {
            engine = new ComplianceEngine(wanted);
        } else if (!Objects.equals(wanted.aws(), engine.settings().aws())) {
            ComplianceEngine before = engine;
            engine = before.reconnected(wanted);
            Timer.get().schedule(() -> retire(before), HOURS_OF_A_SCAN, TimeUnit.HOURS);
        }
        return engine;
    }

    private static synchronized void retire(ComplianceEngine before) {
        if (engine != null) {
            before.giveWayTo(engine);
        }
    }

    /** Lets go of the history's files when Jenkins stops. */
    @Terminator
    public static synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
