package io.jenkins.plugins.qualysfargate.cli;

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

    /** Where scans are kept unless the user says otherwise. */
    Path defaultHistory() {
        return home().resolve("history");
    }
}
