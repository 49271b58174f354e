package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.cli.demo.RecordedOrder;
import io.jenkins.plugins.qualysfargate.cli.demo.RecordedRegistry;
import io.jenkins.plugins.qualysfargate.cli.demo.RecordedScanner;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the tool does, with recorded scanner output instead of a scanner, a registry and an account. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Run recorded scans of four images through the whole chain; needs no account and no network. The"
                + " status is 0 if the demonstration ran, whatever its verdicts.")
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where reports, badges and history go. Default: ${DEFAULT-VALUE}.",
            defaultValue = "qualys-fargate-demo")
    private Path directory = Path.of("qualys-fargate-demo");

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream err = session.terminal().err();
        err.println("This is a demonstration: the scanner's output is recorded, the images do not exist.");
        err.println();
        OutputOptions output = new OutputOptions();
        output.output = directory;
        output.check();
        EngineSettings settings =
                EngineSettings.in(directory, session.clock()).withHistory(directory.resolve("history"));
        int status;
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            GateRun run = engine.scan(
                    RecordedOrder.of(RecordedRegistry.images()),
                    new RecordedScanner(directory.resolve("scans")),
                    new RecordedRegistry(),
                    session.terminal()::note,
                    Cancellation.NEVER);
            err.println();
            status = output.finish(run, engine.history().orElse(null), common, session);
        }
        if (!common.json) {
            explain(status);
        }
        return ExitStatus.PASS;
    }

    private void explain(int status) {
        PrintStream out = session.terminal().out();
        out.println();
        out.println("Open " + directory.resolve("report.html").toAbsolutePath() + " in a browser.");
        out.println("A real run of these images would have ended with exit status " + status
                + ", because one failure fails all.");
        out.println();
        out.println("Next:");
        String command = session.environment().getOrDefault("QUALYS_FARGATE_COMMAND", "qualys-fargate");
        out.println("  " + command + " history list --history " + directory.resolve("history"));
        out.println("  " + command + " gate --report FILE       judge a SARIF report of your own scanner");
        out.println("  " + command + " scan --help              scan with QScanner and your own token");
        out.flush();
    }
}
