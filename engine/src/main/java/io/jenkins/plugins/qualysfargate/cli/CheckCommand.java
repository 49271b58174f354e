package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.Rewound;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckHtml;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckJUnit;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckJson;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckText;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.ledger.InMemoryLedger;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The daily check. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Check that every scheduled scan ran, finished and was kept in its window, across all scanners of the"
                        + " compliance file; keep incidents, and tell people.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:All is well.",
            "1:Something failed or missed its window.",
            "2:The command or the compliance file is wrong; nothing was checked.",
            "3:Nothing is known to have failed, and something could not be told."
        },
        footer = {"", "Example:", "  qualys-fargate check --file compliance.yaml"})
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "Say how it stood then, for example 2026-03-08T06:00:00Z, as far as the sources still know; nothing is"
                            + " kept and nobody is told.")
    private @Nullable Instant at;

    @Option(names = "--forget", description = "Keep nothing and tell nobody.")
    private boolean forget;

    @Option(
            names = "--look-back",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "A scan that is seen for the first time is owed since then. Default: ${DEFAULT-VALUE}, so that a weekly"
                            + " one is.",
            defaultValue = "8d")
    private Duration lookBack = Duration.ofDays(8);

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page as well.")
    private @Nullable Path html;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write it as JUnit XML as well.")
    private @Nullable Path junit;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Instant past = at;
        if (past != null && past.isAfter(session.clock().instant())) {
            throw new UsageException("--at " + past + " is still to come; give a moment that is over.");
        }
        Clock then = past == null ? session.clock() : Clock.fixed(past, ZoneOffset.UTC);
        ComplianceSettings settings = options.settings(session);
        ExecutorService looking = Executors.newFixedThreadPool(4);
        try (ComplianceEngine engine = options.engine(session);
                ScanCompliance compliance = new ScanCompliance(
                        engine,
                        settings,
                        new EnvironmentCredentials(session.environment()),
                        ledger(engine, then),
                        new ScanCompliance.Way(looking, owedFrom(), around(), then, null))) {
            CheckOutcome outcome = compliance.lookNow();
            if (at == null && !forget) {
                tell(compliance, outcome);
            }
            return said(outcome, settings.monitors());
        } finally {
            looking.shutdownNow();
        }
    }

    private void tell(ScanCompliance compliance, CheckOutcome outcome) {
        compliance.resubmissions().turn(outcome.at()).problems().forEach(each -> session.terminal()
                .note(each));
        DeliveryCount count = compliance.deliver();
        count.reasons().forEach(each -> session.terminal().note("Not told yet: " + each));
        compliance.beat(outcome).forEach(each -> session.terminal().note("No sign of life: " + each));
    }

    private UnaryOperator<ScanSource> around() {
        Instant past = at;
        return past == null ? source -> source : source -> new Rewound(source, past, session.clock());
    }

    private OwedFrom owedFrom() {
        return (monitor, subject, seenAt) -> {
            Instant since = monitor.since() == null ? seenAt.minus(lookBack) : monitor.since();
            Instant exists = subject.existsSince();
            return exists != null && exists.isAfter(since) ? exists : since;
        };
    }

    private Ledger ledger(ComplianceEngine engine, Clock then) {
        return at != null || forget ? new InMemoryLedger(then) : engine.ledger(options.state(session));
    }

    private int said(CheckOutcome outcome, List<Monitor> monitors) throws IOException {
        CheckReport report = CheckReport.of(outcome, monitors, List.of());
        write(html, out -> CheckHtml.write(report, out));
        write(junit, out -> CheckJUnit.write(report, out));
        if (common.json) {
            CheckJson.write(report, session.terminal().out());
        } else {
            CheckText.lines(report).forEach(session.terminal().out()::println);
        }
        return switch (report.answer()) {
            case OK -> ExitStatus.PASS;
            case FAILED -> ExitStatus.FAIL;
            case UNKNOWN -> ExitStatus.INDETERMINATE;
        };
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static void write(@Nullable Path file, Writer writer) {
        if (file == null) {
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(out);
        } catch (IOException failed) {
            throw new UsageException("Cannot write " + file + ": " + FileProblem.of(failed) + ".");
        }
    }
}
