package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionDecision;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionOutcome;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a failed scan again, if nothing is in the way. */
@Command(
        name = "resubmit",
        mixinStandardHelpOptions = true,
        description =
                "Say whether a failed scan may be started again, guard by guard, and with --start do it. Every decision is on"
                        + " record.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:It may be started; with --start, and was.",
            "1:Something is in the way.",
            "2:An option is wrong, or there is no such scan.",
            "3:A person has to agree first: --approve."
        })
final class ResubmitCommand implements Callable<Integer> {
    private static final int LONGEST = 4_000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Parameters(index = "0", paramLabel = "MONITOR", description = "Its id.")
    private String monitor = "";

    @Parameters(index = "1", paramLabel = "SUBJECT", description = "Id of the scan, in brackets in 'monitors test'.")
    private String subject = "";

    @Option(names = "--dry-run", description = "Only say what would be done. This is the default.")
    private boolean dryRun;

    @Option(names = "--start", description = "Start it if nothing is in the way, and the file does not say dry-run.")
    private boolean start;

    @Option(names = "--approve", description = "Agree to what needs a person's approval.")
    private boolean approve;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it stays on record.")
    private String why = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who asks. Default: the user of this process.")
    private @Nullable String who;

    ResubmitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (start && dryRun) {
            throw new UsageException("--start and --dry-run contradict each other; give one of them.");
        }
        By by = new By(who == null ? CheckOptions.user(session) : who, why);
        try {
            return options.with(session, compliance -> ask(compliance, by));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private int ask(ScanCompliance compliance, By by) {
        compliance.lookNow();
        TrackKey track = new TrackKey(monitor, subject);
        ResubmissionOutcome outcome = start
                ? compliance.resubmissions().request(track, by, approve)
                : compliance.resubmissions().dryRun(track, by);
        if (common.json) {
            session.terminal().out().println(RecordJson.write(outcome));
        } else {
            say(outcome.subjectName() + ": " + outcome.did() + ". " + outcome.words());
            outcome.decision().guards().forEach(each -> say("  " + each.words()));
        }
        return status(outcome.decision().answer());
    }

    private static int status(ResubmissionDecision.Answer answer) {
        return switch (answer) {
            case MAY_START -> ExitStatus.PASS;
            case REFUSED -> ExitStatus.FAIL;
            case NEEDS_APPROVAL -> ExitStatus.INDETERMINATE;
        };
    }

    private void say(String line) {
        session.terminal().out().println(SafeText.line(line, LONGEST));
    }
}
