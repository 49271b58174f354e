package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets old scans. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Forget old scans. When a finding was first seen stays known.")
final class HistoryPurgeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Scans that were judged longer ago, for example 90d.")
    private Duration olderThan = Duration.ofDays(90);

    HistoryPurgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (History store = history.open(session)) {
            int purged = store.purge(session.clock().instant().minus(olderThan));
            if (common.json) {
                JsonObject.print(session.terminal().out(), json -> json.writeNumberField("purged", purged));
            } else {
                session.terminal().out().println(purged + (purged == 1 ? " scan" : " scans") + " forgotten.");
            }
        }
        return ExitStatus.PASS;
    }
}
