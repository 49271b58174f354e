package io.jenkins.plugins.qualysfargate.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    boolean json;

    @Option(names = "--debug", description = "Print the stack trace of what broke.")
    boolean debug;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours: ${COMPLETION-CANDIDATES}; auto is only on a terminal. NO_COLOR is respected.",
            defaultValue = "AUTO")
    Colour colour = Colour.AUTO;

    Terminal terminal(Session session) {
        return switch (colour) {
            case AUTO -> session.terminal();
            case ALWAYS -> session.terminal().withAnsi(true);
            case NEVER -> session.terminal().withAnsi(false);
        };
    }
}
