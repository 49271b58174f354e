package io.jenkins.plugins.qualysfargate.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.SharedStores;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the alerts that nobody has heard yet, and sends them. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "List alerts that wait for delivery or were given up; with --deliver try those that are due. Exit"
                + " status 3 if any was given up: somebody was never told.")
final class HistoryAlertsCommand implements Callable<Integer> {
    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(names = "--deliver", description = "Try the alerts that are due first.")
    private boolean deliver;

    @Mixin
    private TellOptions tell = new TellOptions();

    HistoryAlertsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (deliver) {
            deliver();
        }
        try (History store = history.open(session)) {
            List<OutboxMessage> waiting = store.outbox().waiting(MOST);
            List<Undelivered> undelivered = store.outbox().undelivered(MOST);
            if (common.json) {
                printJson(waiting, undelivered);
            } else {
                print(waiting, undelivered);
            }
            return undelivered.isEmpty() ? ExitStatus.PASS : ExitStatus.INDETERMINATE;
        }
    }

    private void deliver() {
        SharedStores shared = history.onAws(session);
        AwsUse use = tell.use(history.aws().settings(session.settings().http()), shared, session.environment(), true);
        if (use.alertTopic() == null) {
            throw new UsageException("--deliver needs a topic: name it with --alert-topic or $SNS_TOPIC_ARN.");
        }
        try (ComplianceEngine engine = new ComplianceEngine(session.settings()
                .withHistory(shared != null ? null : history.directory(session))
                .withAws(use))) {
            engine.deliverAlerts().reasons().forEach(session.terminal()::note);
        }
    }

    private void print(List<OutboxMessage> waiting, List<Undelivered> undelivered) {
        PrintStream out = session.terminal().out();
        for (OutboxMessage message : waiting) {
            out.println(line(message) + "  waits");
        }
        for (Undelivered each : undelivered) {
            out.println(line(each.message()) + "  given up after " + each.attempts() + " attempts");
            out.println("    " + SafeText.line(each.reason(), LONGEST));
        }
        out.println(
                waiting.size() + (waiting.size() == 1 ? " waits, " : " wait, ") + undelivered.size() + " given up.");
    }

    private static String line(OutboxMessage message) {
        return message.id() + "  " + message.createdAt().toString() + "  " + SafeText.line(message.subject(), LONGEST);
    }

    private void printJson(List<OutboxMessage> waiting, List<Undelivered> undelivered) throws IOException {
        JsonObject.print(session.terminal().out(), json -> {
            json.writeArrayFieldStart("waiting");
            for (OutboxMessage message : waiting) {
                json.writeStartObject();
                write(json, message);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("undelivered");
            for (Undelivered each : undelivered) {
                json.writeStartObject();
                write(json, each.message());
                json.writeNumberField("attempts", each.attempts());
                json.writeStringField("givenUpAt", each.givenUpAt().toString());
                json.writeStringField("reason", each.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, OutboxMessage message) throws IOException {
        json.writeStringField("id", message.id());
        json.writeStringField("channel", message.channel());
        json.writeStringField("subject", message.subject());
        json.writeStringField("createdAt", message.createdAt().toString());
    }
}
