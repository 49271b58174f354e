package io.jenkins.plugins.qualysfargate.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
        name = "qualys-fargate",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description =
                "Judges container images by what a scanner found in them, and never takes a broken scan for a clean"
                        + " image.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ScanCommand.class,
            CheckCommand.class,
            MonitorsCommand.class,
            IncidentsCommand.class,
            PausesCommand.class,
            ResubmitCommand.class,
            StatusCommand.class,
            CoverageCommand.class,
            FeedsCommand.class,
            EventsCommand.class,
            WaitCommand.class,
            EvidenceCommand.class,
            ConnectionCommand.class,
            GateCommand.class,
            PolicyCommand.class,
            WatchCommand.class,
            SweepCommand.class,
            PushCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            BadgeCommand.class,
            DemoCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every image keeps to the policy.",
            "1:At least one image breaks the policy.",
            "2:The command, an option or a policy file is wrong; nothing was judged.",
            "3:There is no complete answer for at least one image; that is never a pass."
        },
        footer = {"", "Start with: qualys-fargate demo"})
final class RootCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }
}
