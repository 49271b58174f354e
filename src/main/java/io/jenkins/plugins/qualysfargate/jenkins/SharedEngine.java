package io.jenkins.plugins.qualysfargate.jenkins;

import hudson.init.Terminator;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The one engine of this Jenkins, with the one history that all builds share; opened when it is first needed. */
public final class SharedEngine {
    private static ComplianceEngine engine;

    private SharedEngine() {}

    /** The clock that everything in this Jenkins goes by. */
    public static Clock clock() {
        return Clock.systemUTC();
    }

    /** Settings of this Jenkins without anything that a build chooses. */
    public static EngineSettings settings() {
        Path home = JenkinsFacade.get().home();
        return EngineSettings.in(home, clock()).withHistory(home.resolve("history"));
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
        if (engine == null) {
            engine = new ComplianceEngine(settings());
        }
        return engine;
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
