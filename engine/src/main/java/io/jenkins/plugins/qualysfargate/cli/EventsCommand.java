package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreEvent;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.EventQuery;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Events of an Anchore. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Look at the events of an Anchore: what failed, where, and whose log to read.",
        subcommands = {EventsCommand.ListCommand.class, EventsCommand.GetCommand.class})
final class EventsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing command; see the list below.");
        }
    }

    /** Lists events, the newest first. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List events, the newest first.")
    static final class ListCommand extends AnchoreCommand {
        @Option(names = "--level", paramLabel = "LEVEL", description = "Only INFO or ERROR.")
        private @Nullable String level;

        @Option(names = "--service", paramLabel = "NAME", description = "Only of this service.")
        private @Nullable String service;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description = "Only of this type, for example user.image.analysis.failed.")
        private @Nullable String type;

        @Option(names = "--resource-type", paramLabel = "TYPE", description = "Only about such a thing.")
        private @Nullable String resourceType;

        @Option(names = "--resource", paramLabel = "ID", description = "Only about this one.")
        private @Nullable String resource;

        @Option(
                names = "--since",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "Only of the last while.")
        private @Nullable Duration since;

        @Option(
                names = "--limit",
                paramLabel = "N",
                description = "At most so many, up to 1000. Default: ${DEFAULT-VALUE}.",
                defaultValue = "100")
        private int limit = 100;

        ListCommand(Session session) {
            super(session);
        }

        @Override
        int ask(AnchoreService anchore) throws BlindException {
            List<AnchoreEvent> events = anchore.events(new EventQuery(
                    service,
                    type,
                    resourceType,
                    resource,
                    level,
                    since == null ? null : now().minus(since),
                    null,
                    limit));
            if (json()) {
                sayJson(RecordJson.write(Map.of("events", events)));
            } else {
                events.forEach(each -> say(each.at() + "  " + each.level() + "  " + each.id() + "  " + each.words()));
            }
            return ExitStatus.PASS;
        }
    }

    /** Shows one event. */
    @Command(name = "get", mixinStandardHelpOptions = true, description = "Show one event with all that it says.")
    static final class GetCommand extends AnchoreCommand {
        @Parameters(paramLabel = "ID", description = "As the list shows it.")
        private String id = "";

        GetCommand(Session session) {
            super(session);
        }

        @Override
        int ask(AnchoreService anchore) throws BlindException {
            AnchoreEvent event = anchore.event(id);
            if (json()) {
                sayJson(RecordJson.write(event));
                return ExitStatus.PASS;
            }
            say(event.words());
            say("At:       " + event.at());
            say("Service:  " + event.service() + " on " + event.host() + "; its log says more");
            say("About:    " + event.resourceType() + " " + event.resourceId());
            say("Details:  " + event.details());
            return ExitStatus.PASS;
        }
    }
}
