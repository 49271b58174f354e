package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans images for real: registry, scanner, verdict, history. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scan images with QScanner and judge what it finds. The login for Qualys is read from"
                + " $QUALYS_ACCESS_TOKEN, a file, or $QUALYS_CLIENT_ID and $QUALYS_CLIENT_SECRET.",
        footer = {
            "",
            "Example:",
            "  qualys-fargate scan registry.example/app:1.4.2 --pod US2 --scanner /opt/qscanner --scanner-sha256 …"
        })
final class ScanCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ScanSetup setup = new ScanSetup();

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Image as registry/name:tag or registry/name@digest.")
    private List<String> images = new ArrayList<>();

    @Option(
            names = "--attach-status",
            description =
                    "Keep the result beside each image in its registry, as an OCI referrer. Needs the right to push;"
                            + " tags and digests stay as they are.")
    private boolean attachStatus;

    ScanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        output.check();
        setup.check(session);
        ScannerSource source = setup.source();
        ScanOrder order = setup.order(images.stream().map(ImageReference::parse).toList(), session);
        ScanLog log = session.terminal()::note;
        try (ComplianceEngine engine = new ComplianceEngine(setup.settings(session))) {
            GateRun run = Interruption.during(cancellation -> engine.scan(order, source, log, cancellation));
            engine.tell(run).forEach(session.terminal()::note);
            if (attachStatus) {
                engine.attachStatus(run).forEach(session.terminal()::note);
            }
            return output.finish(run, engine.history().orElse(null), common, session);
        }
    }
}
