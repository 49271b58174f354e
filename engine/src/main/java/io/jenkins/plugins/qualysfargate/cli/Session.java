package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.ProxySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What a command may know of the process that it runs in. */
record Session(Terminal terminal, Map<String, String> environment, Clock clock) {
    Session {
        environment = Map.copyOf(environment);
    }

    /**
     * Where the engine keeps what outlives a run: {@code $QUALYS_FARGATE_HOME}, else {@code qualys-fargate} in
     * {@code $XDG_STATE_HOME} or {@code ~/.local/state} (XDG base directory specification).
     */
    Path home() {
        String own = environment.getOrDefault("QUALYS_FARGATE_HOME", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".local", "state") : Path.of(state);
        return base.resolve("qualys-fargate");
    }

    /** Settings without policy and history: where the engine lives, and how its calls leave this machine. */
    EngineSettings settings() {
        EngineSettings settings = EngineSettings.in(home(), clock);
        return settings.withNetwork(
                HttpSettings.DEFAULT.withProxy(ProxySettings.ofEnvironment(environment)),
                settings.registries(),
                environment);
    }

    /** Where scans are kept unless the user says otherwise. */
    Path defaultHistory() {
        return home().resolve("history");
    }
}
