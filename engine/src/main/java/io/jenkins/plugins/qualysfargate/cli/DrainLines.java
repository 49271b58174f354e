package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEventJson;
import io.jenkins.plugins.qualysfargate.engine.push.DrainLog;
import io.jenkins.plugins.qualysfargate.engine.push.DrainOutcome;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens while a queue is drained, a line each, for people or for machines. */
final class DrainLines implements DrainLog {
    private static final int LONGEST_LINE = 1000;

    private final Terminal terminal;
    private final boolean json;

    DrainLines(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    @Override
    public synchronized void happened(DrainEvent event) {
        String line = json ? DrainEventJson.line(event) : text(event);
        terminal.out().println(line);
        terminal.out().flush();
    }

    private static String text(DrainEvent event) {
        String what = event.push() != null
                ? event.push().image() + "  "
                : event.messageId() != null ? "message " + event.messageId() + "  " : "";
        return "%s  %-9s  %s"
                .formatted(
                        event.at().toString().substring(0, "2026-01-22T12:00:00".length()),
                        event.kind(),
                        SafeText.line(what + event.detail() + time(event.time()), LONGEST_LINE));
    }

    private static String time(@Nullable Duration time) {
        return time == null ? "" : " (" + time.toSeconds() + " s)";
    }

    void end(DrainOutcome outcome) {
        if (!json) {
            terminal.out()
                    .printf(
                            "%d received: %d passed, %d failed, %d without complete answer, %d known already; %d ignored,"
                                    + " %d rejected, %d times put off.%n",
                            outcome.received(),
                            outcome.passed(),
                            outcome.failed(),
                            outcome.indeterminate(),
                            outcome.known(),
                            outcome.ignored(),
                            outcome.rejected(),
                            outcome.postponed());
        } else {
            terminal.out()
                    .printf(
                            "{\"event\":\"END\",\"received\":%d,\"passed\":%d,\"failed\":%d,\"indeterminate\":%d,"
                                    + "\"known\":%d,\"ignored\":%d,\"rejected\":%d,\"postponed\":%d}%n",
                            outcome.received(),
                            outcome.passed(),
                            outcome.failed(),
                            outcome.indeterminate(),
                            outcome.known(),
                            outcome.ignored(),
                            outcome.rejected(),
                            outcome.postponed());
        }
        terminal.out().flush();
    }
}
