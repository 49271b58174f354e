package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Member;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists incidents. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List open incidents; exit status 0 if there is none, 1 if there is one.")
final class IncidentsListCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 200;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(names = "--all", description = "Also those that were resolved in the last thirty days.")
    private boolean all;

    IncidentsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Incident> found = options
                .with(session, compliance -> compliance.incidents().list())
                .stream()
                .filter(each -> all || each.open())
                .toList();
        if (common.json) {
            session.terminal().out().println(RecordJson.write(Map.of("incidents", found)));
        } else {
            found.forEach(this::print);
            session.terminal().out().println(found.size() + " incident" + (found.size() == 1 ? "" : "s") + ".");
        }
        return found.stream().noneMatch(Incident::open) ? ExitStatus.PASS : ExitStatus.FAIL;
    }

    private void print(Incident incident) {
        session.terminal()
                .out()
                .println(incident.state() + "  " + incident.urgency() + "  " + incident.key() + "  since "
                        + incident.openedAt());
        for (Member each : incident.members()) {
            session.terminal()
                    .out()
                    .println("    " + each.failure().state() + "  "
                            + SafeText.line(each.failure().name(), LONGEST_NAME) + "  since "
                            + each.failure().since());
        }
    }
}
