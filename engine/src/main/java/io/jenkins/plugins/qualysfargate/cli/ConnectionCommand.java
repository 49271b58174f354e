package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with the connection to Qualys. */
@Command(
        name = "connection",
        mixinStandardHelpOptions = true,
        description = "Try the login to Qualys.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConnectionCheckCommand.class})
final class ConnectionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command: check.");
        }
    }
}
