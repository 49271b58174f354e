package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.EngineSettings;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import io.jenkins.plugins.qualysfargate.engine.policy.ImageChange;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dry run: what another policy would have said of the scans that are stored. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Judge stored scans by two policies and show what changes. Nothing is stored.")
final class PolicyDiffCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Policy file, or 'default'.")
    private Path before = Path.of("default");

    @Parameters(index = "1", paramLabel = "AFTER", description = "Policy file.")
    private Path after = Path.of("default");

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Only scans of the last while. Default: ${DEFAULT-VALUE}.",
            defaultValue = "30d")
    private Duration since = Duration.ofDays(30);

    @Option(names = "--kev", paramLabel = "FILE|URL", description = "Catalogue of known exploited vulnerabilities.")
    private @Nullable String kev;

    @Option(names = "--epss", paramLabel = "FILE|URL", description = "Exploit prediction scores.")
    private @Nullable String epss;

    PolicyDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Policy old = policy(before);
        Policy next = policy(after);
        EngineSettings settings = history.in(session).withFeeds(new FeedSources(kev, epss));
        try (ComplianceEngine engine = new ComplianceEngine(settings)) {
            List<ImageChange> changes =
                    engine.compare(old, next, session.clock().instant().minus(since));
            if (common.json) {
                printJson(changes);
            } else {
                printText(changes);
            }
        }
        return ExitStatus.PASS;
    }

    private Policy policy(Path file) {
        return file.equals(Path.of("default"))
                ? Policy.defaults()
                : PolicyOptions.load(file, session.terminal().err());
    }

    private void printText(List<ImageChange> changes) {
        PrintStream out = session.terminal().out();
        long changed = changes.stream().filter(ImageChange::verdictChanged).count();
        for (ImageChange change : changes) {
            if (change.verdictChanged()
                    || !change.added().isEmpty()
                    || !change.removed().isEmpty()) {
                out.println(SafeText.line(change.image(), 300) + ": "
                        + change.before().kind() + " -> " + change.after().kind());
                print(out, "  + ", change.added());
                print(out, "  - ", change.removed());
            }
        }
        out.println(changes.size() + " stored scans judged by both policies, " + changed + " with another verdict.");
    }

    private static void print(PrintStream out, String mark, List<Violation> violations) {
        violations.stream()
                .limit(SHOWN)
                .forEach(violation -> out.println(mark + SafeText.line(violation.message(), 500)));
        if (violations.size() > SHOWN) {
            out.println(mark + "… and " + (violations.size() - SHOWN) + " more");
        }
    }

    private void printJson(List<ImageChange> changes) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeNumberField("scans", changes.size());
            json.writeArrayFieldStart("changes");
            for (ImageChange change : changes) {
                json.writeStartObject();
                json.writeStringField("image", change.image());
                json.writeStringField("before", change.before().kind().name());
                json.writeStringField("after", change.after().kind().name());
                write(json, "added", change.added());
                write(json, "removed", change.removed());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, String name, List<Violation> violations) throws IOException {
        json.writeArrayFieldStart(name);
        for (Violation violation : violations) {
            json.writeStartObject();
            json.writeStringField("rule", violation.rule());
            json.writeStringField("subject", violation.subject());
            json.writeStringField("severity", violation.severity().word());
            json.writeStringField("message", violation.message());
            json.writeStringField("howToFix", violation.howToFix());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
