package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.IOException;
import java.util.Locale;

/** Lines of text within a width; what comes from outside is made safe here, what is coloured is coloured here. */
final class TextPage {
    private static final int LONGEST = 2_000;
    private static final String RESET = "\u001B[0m";

    private final Appendable out;
    private final int width;
    private final boolean ansi;

    TextPage(Appendable out, int width, boolean ansi) {
        this.out = out;
        this.width = width;
        this.ansi = ansi;
    }

    int width() {
        return width;
    }

    void blank() throws IOException {
        out.append('\n');
    }

    /** A line that is known to fit and to be safe. */
    void line(int indent, String text) throws IOException {
        out.append(" ".repeat(indent)).append(text.stripTrailing()).append('\n');
    }

    /** A paragraph with a label, its further lines under the first one. */
    void wrapped(int indent, String label, String text) throws IOException {
        paragraph(indent, bold(label), label.length(), text);
    }

    /** A paragraph that begins with a severity. */
    void marked(int indent, Severity severity, String text) throws IOException {
        String word = severity.name();
        paragraph(indent, severity(severity, word.length() + 1), word.length() + 1, text);
    }

    /** A paragraph that begins with a verdict. */
    void verdictLine(VerdictKind kind, String text) throws IOException {
        paragraph(0, verdict(kind) + "  ", "[]  ".length() + kind.name().length(), text);
    }

    void more(int indent, long count, String what) throws IOException {
        if (count > 0) {
            line(indent, faint("… and " + Numbers.of(count, "more " + what)));
        }
    }

    /** A hostile text in what is left of a line after so many columns. */
    String fit(String text, int used) {
        return DisplayWidth.fit(SafeText.line(text, LONGEST), width - used);
    }

    String verdict(VerdictKind kind) {
        String word = "[" + kind + "]";
        return switch (kind) {
            case PASS -> styled("1;32", word);
            case FAIL -> styled("1;31", word);
            case INDETERMINATE -> styled("1;35", word);
        };
    }

    String severity(Severity severity, int columns) {
        String word = DisplayWidth.pad(severity.name().toUpperCase(Locale.ROOT), columns);
        return switch (severity) {
            case CRITICAL -> styled("1;31", word);
            case HIGH -> styled("31", word);
            case MEDIUM -> styled("33", word);
            case LOW -> styled("36", word);
            case INFORMATIONAL -> styled("2", word);
            case UNKNOWN -> styled("35", word);
        };
    }

    String bold(String text) {
        return styled("1", text);
    }

    String faint(String text) {
        return styled("2", text);
    }

    private String styled(String code, String text) {
        return ansi ? "\u001B[" + code + "m" + text + RESET : text;
    }

    private void paragraph(int indent, String label, int labelWidth, String text) throws IOException {
        int room = width - indent - labelWidth;
        StringBuilder line = new StringBuilder();
        String lead = label;
        for (String word : SafeText.line(text, LONGEST).split(" +")) {
            String fitting = DisplayWidth.fit(word, room);
            int needed = DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(fitting);
            if (!line.isEmpty() && needed > room) {
                line(indent, lead + line);
                lead = " ".repeat(labelWidth);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(fitting);
        }
        line(indent, lead + line);
    }
}
