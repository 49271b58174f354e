package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what can be done with the push queue by hand. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = "Put images into the push queue by hand.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = PushSendCommand.class)
final class PushCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command: send.");
        }
    }
}
