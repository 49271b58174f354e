package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries a compliance file against its sources without leaving anything behind. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Ask every source once and say what each monitor would watch, and when that is due; nothing is kept, nobody is"
                        + " told.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every source answers, and every monitor can work.",
            "2:The compliance file is wrong.",
            "3:A source does not answer, or a monitor cannot work."
        })
final class MonitorsTestCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000;

    private final Session session;

    @Mixin
    private CheckOptions options = new CheckOptions();

    MonitorsTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ComplianceSettings settings = options.settings(session);
        try (ComplianceEngine engine = options.engine(session);
                ScanCompliance compliance = new ScanCompliance(
                        engine,
                        settings,
                        new EnvironmentCredentials(session.environment()),
                        new InMemoryLedger(session.clock()),
                        new ScanCompliance.Way(Runnable::run, OwedFrom.SEEN, source -> source, null, null))) {
            CheckOutcome outcome = compliance.lookNow();
            boolean sound = true;
            for (SourceView each : outcome.sources()) {
                sound &= source(each);
            }
            for (Monitor each : settings.monitors()) {
                sound &= monitor(each, outcome.standings());
            }
            return sound ? ExitStatus.PASS : ExitStatus.INDETERMINATE;
        }
    }

    private boolean source(SourceView source) {
        if (source.blindBecause() == null) {
            say("Source " + source.id() + " answers.");
            return true;
        }
        say("Source " + source.id() + " does not answer: " + source.blindBecause() + " " + source.howToFix());
        return false;
    }

    private boolean monitor(Monitor monitor, List<Standing> standings) {
        boolean sound = true;
        say("Monitor " + monitor.id() + " (" + monitor.selector().words() + ", " + MonitorsListCommand.when(monitor)
                + "):");
        for (Standing each : standings) {
            if (each.monitor().id().equals(monitor.id())) {
                sound &= subject(each);
            }
        }
        return sound;
    }

    private boolean subject(Standing standing) {
        boolean wrong = standing.verdict() == OccurrenceState.MISCONFIGURED;
        String name = standing.subjectId().isEmpty() ? "the monitor itself" : standing.subjectName();
        String state = wrong && standing.trouble() != null
                ? standing.trouble().now().reason() + " "
                        + standing.trouble().now().howToFix()
                : standing.nextDue() == null ? standing.verdict().name() : "next due " + standing.nextDue();
        say("  " + name + " [" + standing.subjectId() + "]: " + state);
        return !wrong;
    }

    private void say(String line) {
        session.terminal().out().println(SafeText.line(line, LONGEST));
    }
}
