package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people do with incidents. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = "List incidents of the check, and act on them.",
        subcommands = {
            IncidentsListCommand.class,
            IncidentActCommand.Acknowledge.class,
            IncidentActCommand.Unacknowledge.class,
            IncidentActCommand.Mute.class,
            IncidentActCommand.Resolve.class,
            IncidentActCommand.Comment.class
        })
final class IncidentsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }
}
