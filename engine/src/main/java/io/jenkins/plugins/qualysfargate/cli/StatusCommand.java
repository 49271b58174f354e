package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how the sources themselves are. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Ask every source how it is: zones and scanners, services, feeds, sensors. Exit status 0 if everything"
                        + " works, 1 if something does not, 3 if it cannot be told.")
final class StatusCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (ComplianceEngine engine = options.engine(session);
                ScanCompliance compliance = new ScanCompliance(
                        engine,
                        options.settings(session),
                        new EnvironmentCredentials(session.environment()),
                        new InMemoryLedger(session.clock()),
                        new ScanCompliance.Way(Runnable::run, OwedFrom.SEEN, source -> source, null, null))) {
            CheckOutcome outcome = compliance.lookNow();
            if (common.json) {
                session.terminal().out().println(RecordJson.write(Map.of("sources", outcome.sources())));
            } else {
                outcome.sources().forEach(this::print);
            }
            return status(outcome);
        }
    }

    private static int status(CheckOutcome outcome) {
        if (outcome.sources().stream().anyMatch(each -> each.blindBecause() != null)) {
            return ExitStatus.INDETERMINATE;
        }
        boolean broken = outcome.sources().stream()
                .flatMap(each -> each.components().stream())
                .anyMatch(each -> Boolean.FALSE.equals(each.working()));
        return broken ? ExitStatus.FAIL : ExitStatus.PASS;
    }

    private void print(SourceView source) {
        String because = source.blindBecause();
        say(source.id() + ": "
                + (because == null ? "answers" : "does not answer: " + because + " " + source.howToFix()));
        for (Component each : source.components()) {
            say("  " + each.kind().name().toLowerCase(Locale.ROOT) + " " + each.name() + ": " + word(each.working())
                    + (each.detail().isEmpty() ? "" : ", " + each.detail()));
        }
    }

    private static String word(@Nullable Boolean working) {
        if (working == null) {
            return "cannot be seen";
        }
        return working ? "works" : "does not work";
    }

    private void say(String line) {
        session.terminal().out().println(SafeText.line(line, LONGEST));
    }
}
