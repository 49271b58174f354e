package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What monitors watch. */
@Command(
        name = "monitors",
        mixinStandardHelpOptions = true,
        description =
                "Look at the monitors of a compliance file: what they watch, when it is due, and what they would have said.",
        subcommands = {
            MonitorsListCommand.class,
            MonitorsTestCommand.class,
            MonitorsBacktestCommand.class,
            MonitorsForgetCommand.class,
            MonitorsLoginsCommand.class
        })
final class MonitorsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }
}
