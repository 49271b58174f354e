package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.report.TextSummary;
import io.jenkins.plugins.qualysfargate.engine.report.VerdictJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one stored scan. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show one stored scan as it was judged, with every finding in JSON.")
final class HistoryShowCommand implements Callable<Integer> {
    private static final int ROWS = 50;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Parameters(paramLabel = "ID", description = "Id of the scan, from 'history list'.")
    private String id = "";

    HistoryShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = common.terminal(session);
        try (History store = history.open(session)) {
            GateOutcome outcome = StoredScan.find(store, id).outcome();
            if (common.json) {
                VerdictJson.withFindings().write(outcome, terminal.out());
            } else {
                new TextSummary(terminal.width(), terminal.ansi(), ROWS).write(outcome, terminal.out());
            }
        }
        terminal.out().flush();
        return ExitStatus.PASS;
    }
}
