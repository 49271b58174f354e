package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreFeed;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists feeds with their age. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description =
                "List the vulnerability feeds of an Anchore with their age. Exit status 0 if all are fresh, 1 if one is not,"
                        + " 3 if it cannot be told.")
final class FeedsCommand extends AnchoreCommand {
    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "A feed that was synchronised longer ago is stale. Default: ${DEFAULT-VALUE}.",
            defaultValue = "12h")
    private Duration maxAge = Duration.ofHours(12);

    FeedsCommand(Session session) {
        super(session);
    }

    @Override
    int ask(AnchoreService anchore) throws BlindException {
        List<AnchoreFeed> feeds = anchore.feeds();
        if (json()) {
            sayJson(RecordJson.write(Map.of("feeds", feeds)));
        } else {
            feeds.forEach(this::print);
        }
        // Without any feed every result is worthless.
        boolean fresh = !feeds.isEmpty() && feeds.stream().allMatch(this::isFresh);
        return fresh ? ExitStatus.PASS : ExitStatus.FAIL;
    }

    private boolean isFresh(AnchoreFeed feed) {
        Instant last = feed.lastFullSync();
        return feed.enabled() && last != null && !last.plus(maxAge).isBefore(now());
    }

    private void print(AnchoreFeed feed) {
        say(feed.name() + "  " + (feed.enabled() ? "" : "switched off  ") + age(feed.lastFullSync())
                + (isFresh(feed) ? "" : "  STALE"));
        feed.groups()
                .forEach(group -> say("  " + group.name() + "  " + age(group.lastSync()) + "  "
                        + (group.records() == null ? "?" : group.records()) + " records"));
    }

    private String age(@Nullable Instant at) {
        if (at == null) {
            return "never synchronised";
        }
        Duration age = Duration.between(at, now());
        return at + "  " + age.toHours() + " h " + age.toMinutesPart() + " min old";
    }
}
