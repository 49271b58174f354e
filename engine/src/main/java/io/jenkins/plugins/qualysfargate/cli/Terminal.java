package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Where output goes. Results go to {@code out}, everything else to {@code err}, so that a result can be piped.
 *
 * @param ansi whether colours are on; by default only on a terminal, and never with NO_COLOR
 * @param width columns
 */
record Terminal(PrintStream out, PrintStream err, boolean ansi, int width) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 240;
    private static final int LONGEST_LINE = 4000;

    static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Ansi.AUTO.enabled(),
                width(environment.getOrDefault("COLUMNS", "")));
    }

    /** One line of progress, of a scanner or a registry that may write anything. */
    void note(String line) {
        err.println(SafeText.line(line, LONGEST_LINE));
    }

    /** The same, with colours switched on or off by the user. */
    Terminal withAnsi(boolean on) {
        return new Terminal(out, err, on, width);
    }

    private static int width(String columns) {
        try {
            return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns.strip())));
        } catch (NumberFormatException notSet) {
            return DEFAULT_WIDTH;
        }
    }
}
