package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.PageToken;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists stored scans, newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List stored scans, newest first.")
final class HistoryListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--image",
            paramLabel = "GLOB",
            description = "Only images whose name matches, for example '*/app'.")
    private @Nullable String image;

    @Option(names = "--digest", paramLabel = "DIGEST", description = "Only this digest.")
    private @Nullable String digest;

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "Only ${COMPLETION-CANDIDATES}.")
    private @Nullable VerdictKind verdict;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Only of the last while.")
    private @Nullable Duration since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many. Default: ${DEFAULT-VALUE}.",
            defaultValue = "50")
    private int limit = 50;

    @Option(names = "--page", paramLabel = "TOKEN", description = "Go on where a page ended.")
    private @Nullable String page;

    HistoryListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (History store = history.open(session)) {
            List<ScanSummary> scans = store.list(query());
            String next = scans.size() < limit
                    ? null
                    : PageToken.after(scans.get(scans.size() - 1)).toString();
            if (common.json) {
                printJson(scans, next);
            } else {
                printText(scans, next);
            }
        }
        return ExitStatus.PASS;
    }

    private HistoryQuery query() {
        HistoryQuery query = HistoryQuery.newest(limit);
        query = image == null ? query : query.ofImage(image);
        query = digest == null ? query : query.ofDigest(new Digest(digest));
        query = verdict == null ? query : query.judged(verdict);
        query = since == null ? query : query.since(session.clock().instant().minus(since));
        return page == null ? query : query.after(PageToken.parse(page));
    }

    private void printText(List<ScanSummary> scans, @Nullable String next) {
        PrintStream out = session.terminal().out();
        for (ScanSummary scan : scans) {
            out.printf(
                    "%s  %-13s %s  %s%s%n",
                    scan.id(),
                    scan.verdict(),
                    scan.judgedAt().toString().substring(0, 19),
                    SafeText.line(scan.name() == null ? scan.source() : scan.name(), 200),
                    scan.platform() == null ? "" : " " + scan.platform());
            out.printf("%38s%s%n", "", SafeText.line(scan.reason(), 500));
        }
        out.println(scans.isEmpty() ? "No scan is stored that matches." : scans.size() + " shown.");
        if (next != null) {
            out.println("More: --page " + next);
        }
    }

    private void printJson(List<ScanSummary> scans, @Nullable String next) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeArrayFieldStart("scans");
            for (ScanSummary scan : scans) {
                write(json, scan);
            }
            json.writeEndArray();
            json.writeStringField("next", next);
        });
    }

    private static void write(JsonGenerator json, ScanSummary scan) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", scan.id().value());
        json.writeStringField("image", scan.name());
        json.writeStringField("digest", text(scan.digest()));
        json.writeStringField("platform", text(scan.platform()));
        json.writeStringField("verdict", scan.verdict().name());
        json.writeStringField("reason", scan.reason());
        SeverityCounts counts = scan.counts();
        json.writeFieldName("counts");
        if (counts == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            for (Severity severity : Severity.values()) {
                json.writeNumberField(severity.word(), counts.of(severity));
            }
            json.writeEndObject();
        }
        json.writeStringField("policy", scan.policyName());
        json.writeStringField("scannedAt", scan.scannedAt().toString());
        json.writeStringField("judgedAt", scan.judgedAt().toString());
        json.writeEndObject();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
