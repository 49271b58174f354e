package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.connection.CoverageView;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts how much of what is expected is covered. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "Count how many images are scanned, and how many ECS clusters GuardDuty watches over; exit status 0 if all"
                        + " are, 1 if not, 3 if it cannot be told.")
final class CoverageCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    CoverageCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return options.with(session, this::count);
    }

    private int count(ScanCompliance compliance) {
        List<CoverageView> views;
        try {
            views = compliance.coverage();
        } catch (BlindException blind) {
            session.terminal().note(blind.getMessage() + " " + blind.howToFix());
            return ExitStatus.INDETERMINATE;
        }
        if (views.isEmpty()) {
            throw new UsageException(
                    "The compliance file has no source of type images or guardduty, so nothing is counted.");
        }
        if (common.json) {
            session.terminal().out().println(RecordJson.write(Map.of("coverage", views)));
        } else {
            for (CoverageView each : views) {
                session.terminal().out().println(each.source() + ": " + each.covered() + " of " + each.expected());
                each.lines().forEach(line -> session.terminal().out().println("  " + SafeText.line(line, LONGEST)));
            }
        }
        return views.stream().allMatch(each -> each.covered() == each.expected()) ? ExitStatus.PASS : ExitStatus.FAIL;
    }
}
