package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.engine.badge.SvgBadge;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a badge of the newest stored scan of an image, or of one scan. */
@Command(
        name = "badge",
        mixinStandardHelpOptions = true,
        description = "Draw an SVG badge of the newest stored scan of an image. It is grey once that scan is older than"
                + " --stale-after.")
final class BadgeCommand implements Callable<Integer> {
    enum Kind {
        COMPLIANCE,
        VULNERABILITIES
    }

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(names = "--image", paramLabel = "GLOB", description = "Image whose newest scan is shown.")
    private @Nullable String image;

    @Option(names = "--scan", paramLabel = "ID", description = "Scan that is shown, from 'history list'.")
    private @Nullable String scan;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "COMPLIANCE")
    private Kind kind = Kind.COMPLIANCE;

    @Option(
            names = "--stale-after",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a scan is believed. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7d")
    private Duration staleAfter = Duration.ofDays(7);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write. Default: print it.")
    private @Nullable Path output;

    BadgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (History store = history.open(session)) {
            GateOutcome outcome = StoredScan.find(store, id(store)).outcome();
            Badge badge = badge(outcome, session.clock().instant());
            String svg = SvgBadge.render(badge);
            if (output != null) {
                Files.writeString(output, svg);
            }
            if (common.json) {
                JsonObject.print(session.terminal().out(), json -> {
                    json.writeStringField("label", badge.label());
                    json.writeStringField("message", badge.message());
                    json.writeStringField("colour", badge.colour().hex());
                });
            } else if (output == null) {
                session.terminal().out().print(svg);
            }
        }
        return ExitStatus.PASS;
    }

    private Badge badge(GateOutcome outcome, Instant now) {
        return switch (kind) {
            case COMPLIANCE -> Badge.compliance(outcome, now, staleAfter);
            case VULNERABILITIES -> Badge.vulnerabilities(outcome, now, staleAfter);
        };
    }

    private String id(History store) {
        if (scan != null) {
            return scan;
        }
        if (image == null) {
            throw new UsageException("Say of what to draw a badge: --image GLOB or --scan ID.");
        }
        List<ScanSummary> newest = store.list(HistoryQuery.newest(1).ofImage(image));
        if (newest.isEmpty()) {
            throw new UsageException("No scan of an image that matches '" + image + "' is stored.");
        }
        return newest.get(0).id().value();
    }
}
