package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.evidence.EvidenceCheck;
import io.jenkins.plugins.qualysfargate.engine.evidence.EvidenceCsv;
import io.jenkins.plugins.qualysfargate.engine.evidence.EvidenceHtml;
import io.jenkins.plugins.qualysfargate.engine.evidence.EvidenceJson;
import io.jenkins.plugins.qualysfargate.engine.evidence.PeriodReport;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evidence for an audit. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description =
                "Write and verify what an audit asks for: every occurrence of a period, who acted and why, what was delivered.",
        subcommands = {EvidenceCommand.Report.class, EvidenceCommand.Verify.class})
final class EvidenceCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }

    /** Where the journal is. */
    abstract static class OfLedger implements Callable<Integer> {
        final Session session;

        @Mixin
        private CheckOptions options = new CheckOptions();

        OfLedger(Session session) {
            this.session = session;
        }

        abstract int with(Ledger ledger) throws IOException;

        @Override
        public final Integer call() throws IOException {
            try (ComplianceEngine engine = options.engine(session);
                    Ledger ledger = engine.ledger(options.state(session))) {
                return with(ledger);
            }
        }
    }

    /** Writes a report. */
    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = "Write every occurrence of a period from the journal, with its hash.")
    static final class Report extends OfLedger {
        enum Format {
            CSV,
            JSON,
            HTML
        }

        @Option(
                names = "--since",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "Period up to now. Default: ${DEFAULT-VALUE}.",
                defaultValue = "31d")
        private Duration since = Duration.ofDays(31);

        @Option(names = "--from", paramLabel = "INSTANT", description = "Beginning of the period, instead of --since.")
        private @Nullable Instant from;

        @Option(names = "--to", paramLabel = "INSTANT", description = "End of the period. Default: now.")
        private @Nullable Instant to;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "${COMPLETION-CANDIDATES}.",
                defaultValue = "JSON")
        private Format format = Format.JSON;

        @Option(names = "--output", paramLabel = "FILE", required = true, description = "Where it is written.")
        private Path output = Path.of("evidence");

        Report(Session session) {
            super(session);
        }

        @Override
        int with(Ledger ledger) throws IOException {
            Instant now = session.clock().instant();
            Instant end = to == null ? now : to;
            Instant begin = from == null ? end.minus(since) : from;
            if (!begin.isBefore(end)) {
                throw new UsageException(
                        "The period from " + begin + " to " + end + " is none; give a beginning before its end.");
            }
            PeriodReport report = PeriodReport.of(ledger, begin, end, now);
            try (OutputStream out = Files.newOutputStream(output)) {
                switch (format) {
                    case CSV -> EvidenceCsv.write(report, out);
                    case JSON -> EvidenceJson.write(report, out);
                    case HTML -> EvidenceHtml.write(report, out);
                }
            } catch (IOException failed) {
                throw new UsageException("Cannot write " + output + ": " + FileProblem.of(failed) + ".");
            }
            session.terminal()
                    .out()
                    .println(report.rows().size() + " occurrences from " + begin + " to " + end
                            + ", journal up to entry " + report.head().sequence() + " ("
                            + report.head().hash() + ").");
            return ExitStatus.PASS;
        }
    }

    /** Verifies the journal, and reports against it. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Follow the chain of the journal, and compare JSON reports with it. Exit status 0 if everything holds, 1"
                            + " if something was changed.")
    static final class Verify extends OfLedger {
        @Parameters(arity = "0..*", paramLabel = "REPORT", description = "Reports in JSON.")
        private List<Path> reports = List.of();

        Verify(Session session) {
            super(session);
        }

        @Override
        int with(Ledger ledger) throws IOException {
            boolean whole = EvidenceCheck.journal(ledger, List.of())
                    .<Boolean>fold(
                            it -> say(
                                    true,
                                    "The journal is whole up to entry "
                                            + ledger.head().sequence() + "."),
                            it -> say(
                                    false,
                                    "The journal is broken at entry " + it.sequence() + ": " + it.reason() + "."));
            for (Path each : reports) {
                byte[] json;
                try {
                    json = Files.readAllBytes(each);
                } catch (IOException failed) {
                    throw new UsageException("Cannot read " + each + ": " + FileProblem.of(failed) + ".");
                }
                whole &= EvidenceCheck.report(json, ledger)
                        .<Boolean>fold(
                                it -> say(true, each + " follows from the journal."),
                                it -> say(false, each + ": " + String.join(" ", it.reasons())));
            }
            return whole ? ExitStatus.PASS : ExitStatus.FAIL;
        }

        private boolean say(boolean sound, String line) {
            session.terminal().out().println(line);
            return sound;
        }
    }
}
