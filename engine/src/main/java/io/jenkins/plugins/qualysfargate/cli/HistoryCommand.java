package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with stored scans. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Look at stored scans.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HistoryListCommand.class,
            HistoryShowCommand.class,
            HistoryTrendCommand.class,
            HistoryAlertsCommand.class,
            HistoryOriginalCommand.class,
            HistoryPurgeCommand.class
        })
final class HistoryCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing command: list, show, trend, alerts, original or purge.");
        }
    }
}
